/// What a profile says of the role to assume. Source: botocore, `AssumeRoleProvider._get_role_config`.
struct RoleProfile: Sendable, Hashable {
    /// Where the keys come from with which the role is assumed.
    enum Origin: Sendable, Hashable {
        /// Another profile, or the same.
        case profile(String)
        /// A place by its name, such as `Ec2InstanceMetadata`.
        case source(String)
    }

    /// The role's ARN.
    let arn: String
    /// Where the keys come from.
    let origin: Origin
    /// The name of the session, if it has one.
    let sessionName: String?
    /// What the role's owner asks those outside the account for.
    let externalId: String?
    /// The serial number or ARN of the device that shows codes.
    let mfaSerial: String?
    /// How long the keys are good for, in seconds.
    let duration: Int?

    /// Whether a profile assumes a role. One with a web identity does so in its own way.
    static func isRole(_ section: IniFile.Section) -> Bool {
        section["role_arn"] != nil && section["web_identity_token_file"] == nil
    }

    /// Reads a profile that assumes a role.
    ///
    /// - Throws: `ConfigurationError` where it does not say from where.
    init(profile name: String, section: IniFile.Section) throws(ConfigurationError) {
        arn = section["role_arn"] ?? ""
        switch (section["source_profile"], section["credential_source"]) {
        case (let profile?, nil): origin = .profile(profile)
        case (nil, let source?): origin = .source(source)
        case (nil, nil):
            throw ConfigurationError(
                "The profile '\(name)' has role_arn without source_profile or credential_source; add one of them."
            )
        case (_?, _?):
            throw ConfigurationError(
                "The profile '\(name)' has both source_profile and credential_source; take one of them out.")
        }
        sessionName = section["role_session_name"]
        externalId = section["external_id"]
        mfaSerial = section["mfa_serial"]
        // botocore passes over what is no number.
        duration = section["duration_seconds"].flatMap { Int($0) }
    }
}
