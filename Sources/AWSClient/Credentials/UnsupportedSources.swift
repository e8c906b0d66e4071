extension CredentialSource {
    /// Assuming a role, named in the profile.
    static let assumedRole = unsupported("assuming a role", keys: ["role_arn"])
    /// A token of another identity provider, named in the profile or in `AWS_WEB_IDENTITY_TOKEN_FILE`.
    static let webIdentity = unsupported(
        "a web identity", keys: ["web_identity_token_file"], variable: "AWS_WEB_IDENTITY_TOKEN_FILE")
    /// IAM Identity Center, once named SSO.
    static let identityCenter = unsupported("IAM Identity Center", keys: ["sso_session", "sso_start_url"])
    /// What `aws login` has left.
    static let login = unsupported("'aws login'", keys: ["login_session"])
    /// A program that prints keys.
    static let process = unsupported("a credential process", keys: ["credential_process"])

    /// Says plainly that a profile gets its keys in a way that Carillon does not know, instead of pretending
    /// that it has none.
    private static func unsupported(_ way: String, keys: [String], variable: String? = nil)
        -> CredentialSource
    {
        CredentialSource(name: way) { context in
            let name = context.profile.name
            let section = context.profiles.merged(name)
            if let key = keys.first(where: { section.values[$0] != nil }) {
                throw ConfigurationError(
                    "The profile '\(name)' gets its keys by \(way) (\(key)), which Carillon does not read; run "
                        + "'eval \"$(aws configure export-credentials --profile \(name) --format env)\"' first "
                        + "and leave out --profile.")
            }
            if let variable, context.profile.origin != .commandLine, context.environment[variable] != nil {
                throw ConfigurationError(
                    "\(variable) asks for keys by \(way), which Carillon does not read; run "
                        + "'eval \"$(aws configure export-credentials --format env)\"' first.")
            }
            return nil
        }
    }
}
