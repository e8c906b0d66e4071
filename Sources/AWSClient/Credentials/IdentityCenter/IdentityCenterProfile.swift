/// What a profile says of IAM Identity Center, once named SSO. Source: botocore, `SSOProvider._load_sso_config`.
struct IdentityCenterProfile: Sendable, Hashable {
    /// Where people sign in.
    let startURL: String
    /// The region of IAM Identity Center.
    let region: String
    /// The account whose keys are wanted.
    let accountId: String
    /// The role whose keys are wanted.
    let roleName: String
    /// The `[sso-session NAME]` section; nil in the older form, which has everything in the profile.
    let sessionName: String?

    /// Reads a profile; nil where it does not use IAM Identity Center.
    ///
    /// - Throws: `ConfigurationError` where something is missing or contradicts itself.
    init?(profile name: String, in files: ProfileFiles) throws(ConfigurationError) {
        let section = files.merged(name)
        guard section["sso_role_name"] != nil || section["sso_account_id"] != nil else { return nil }
        var session = IniFile.Section()
        sessionName = section["sso_session"]
        if let sessionName {
            guard let found = files.ssoSession(sessionName) else {
                throw ConfigurationError(
                    "The profile '\(name)' names the sso-session '\(sessionName)', which is not in "
                        + "\(files.config.path); run 'aws configure sso' or add [sso-session \(sessionName)]."
                )
            }
            session = found
            for key in found.values.keys.sorted() {
                guard let own = section[key], let other = found[key], own != other else { continue }
                throw ConfigurationError(
                    "\(key) is '\(own)' in the profile '\(name)' but '\(other)' in [sso-session "
                        + "\(sessionName)]; take it out of the profile.")
            }
        }
        func value(_ key: String) throws(ConfigurationError) -> String {
            if let value = session[key] ?? section[key] { return value }
            throw ConfigurationError(
                "The profile '\(name)' uses IAM Identity Center without \(key); run 'aws configure sso "
                    + "--profile \(name)'.")
        }
        startURL = try value("sso_start_url")
        region = try value("sso_region")
        accountId = try value("sso_account_id")
        roleName = try value("sso_role_name")
    }
}
