extension CredentialSource {
    /// Keys in the profile of the shared credentials file.
    static let sharedCredentialsFile = CredentialSource(name: "shared credentials file") { context in
        try keys(
            in: context.profiles.credentials[context.profile.name], profile: context.profile.name,
            file: context.profiles.credentials.path)
    }

    /// Keys in the profile of the config file.
    static let configFile = CredentialSource(name: "config file") { context in
        try keys(
            in: context.profiles.configProfile(context.profile.name), profile: context.profile.name,
            file: context.profiles.config.path)
    }

    private static func keys(in section: IniFile.Section?, profile: String, file: String)
        throws(ConfigurationError) -> Credentials?
    {
        guard let section, let accessKeyId = section["aws_access_key_id"] else { return nil }
        guard let secret = section["aws_secret_access_key"], !secret.isEmpty, !accessKeyId.isEmpty else {
            throw ConfigurationError(
                "The profile '\(profile)' in \(file) has only one of aws_access_key_id and "
                    + "aws_secret_access_key; add the other.")
        }
        let token = section["aws_security_token"] ?? section["aws_session_token"] ?? ""
        return try Credentials(
            checking: accessKeyId, secret, sessionToken: token.isEmpty ? nil : token,
            foundIn: "the profile '\(profile)' in \(file)")
    }
}
