extension CredentialSource {
    /// Keys in the profile of the shared credentials file.
    static let sharedCredentialsFile = CredentialSource(name: "shared credentials file") { context in
        try keys(
            in: context.profiles.credentials.sections[context.profile.name],
            profile: context.profile.name, file: context.profiles.credentials.path)
    }

    /// Keys in the profile of the config file.
    static let configFile = CredentialSource(name: "config file") { context in
        try keys(
            in: context.profiles.configProfile(context.profile.name), profile: context.profile.name,
            file: context.profiles.config.path)
    }

    /// Says plainly that a profile gets its keys in a way that Carillon does not know, instead of pretending
    /// that it has none.
    static let unsupportedProfile = CredentialSource(name: "profile") { context in
        let section = context.profiles.merged(context.profile.name)
        let kinds = [
            "role_arn": "assuming a role", "sso_session": "IAM Identity Center",
            "sso_start_url": "IAM Identity Center", "credential_process": "a credential process",
            "web_identity_token_file": "a web identity",
        ]
        guard let (key, kind) = kinds.sorted(by: { $0.key < $1.key }).first(where: { section[$0.key] != nil })
        else { return nil }
        throw ConfigurationError(
            "The profile '\(context.profile.name)' gets its keys by \(kind) (\(key)), which Carillon does not "
                + "read; run 'eval \"$(aws configure export-credentials --profile \(context.profile.name) "
                + "--format env)\"' first and leave out --profile.")
    }

    private static func keys(in section: IniFile.Section?, profile: String, file: String) throws
        -> Credentials?
    {
        guard let section, let accessKeyId = section["aws_access_key_id"] else { return nil }
        guard let secret = section["aws_secret_access_key"] else {
            throw ConfigurationError(
                "The profile '\(profile)' in \(file) has aws_access_key_id without aws_secret_access_key; "
                    + "add it.")
        }
        return Credentials(
            accessKeyId: accessKeyId, secretAccessKey: secret, sessionToken: section["aws_session_token"])
    }
}
