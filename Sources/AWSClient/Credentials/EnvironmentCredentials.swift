extension CredentialSource {
    /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_SECURITY_TOKEN` or `AWS_SESSION_TOKEN`, the older
    /// name first, as in botocore.
    ///
    /// Passed over where a profile was named on the command line, as botocore does.
    static let environment = CredentialSource(name: environmentAlways.name) { context in
        context.profile.origin == .commandLine ? nil : try await environmentAlways.find(context)
    }

    /// The same whatever profile is in use.
    static let environmentAlways = CredentialSource(name: "environment variables") { context in
        let environment = context.environment
        guard let accessKeyId = environment["AWS_ACCESS_KEY_ID"] else { return nil }
        guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
            throw ConfigurationError(
                "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY; set both or neither.")
        }
        return try Credentials(
            checking: accessKeyId, secret,
            sessionToken: environment["AWS_SECURITY_TOKEN"] ?? environment["AWS_SESSION_TOKEN"],
            foundIn: "the environment")
    }
}
