extension CredentialSource {
    /// Points out a secret without its key id where nothing else was found. It comes last, since botocore passes
    /// over such a secret.
    static let incompleteKeys = CredentialSource(name: "incomplete keys") { context in
        if context.environment["AWS_SECRET_ACCESS_KEY"] != nil, context.profile.origin != .commandLine {
            throw ConfigurationError(
                "AWS_SECRET_ACCESS_KEY is set without AWS_ACCESS_KEY_ID; set both or neither.")
        }
        let name = context.profile.name
        if context.profiles.merged(name)["aws_secret_access_key"] != nil {
            throw ConfigurationError(
                "The profile '\(name)' has aws_secret_access_key without aws_access_key_id; add it.")
        }
        return nil
    }
}
