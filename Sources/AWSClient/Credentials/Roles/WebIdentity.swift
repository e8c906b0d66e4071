extension CredentialSource {
    /// A token of another identity provider, such as a Kubernetes cluster's, for which STS gives keys of a role.
    /// Variables come before the profile. Source: botocore, `AssumeRoleWithWebIdentityProvider`.
    static let webIdentity = CredentialSource(name: "web identity") { context in
        let usesVariables = context.profile.origin != .commandLine
        func value(_ variable: String, _ key: String) -> String? {
            (usesVariables ? context.environment[variable] : nil) ?? context.section[key]
        }
        guard let path = value("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else { return nil }
        guard let arn = value("AWS_ROLE_ARN", "role_arn") else {
            throw ConfigurationError(
                "There is a web identity token (\(path)) but no role to assume with it; set AWS_ROLE_ARN, or "
                    + "role_arn in the profile '\(context.profile.name)'.")
        }
        guard let token = try context.environment.text(of: context.environment.expand(path)) else {
            throw ConfigurationError("The web identity token file \(path) is not there; check its path.")
        }
        do {
            return try await SecurityTokenService(context, signingWith: nil).assume(
                SecurityTokenService.Role(
                    arn: arn, sessionName: value("AWS_ROLE_SESSION_NAME", "role_session_name")),
                withWebIdentity: token)
        } catch let error as ServiceError {
            throw ConfigurationError(
                "The role \(arn) cannot be assumed with the web identity token (\(error.reference)): "
                    + "\(error.message) Check that the token in \(path) is fresh, and the role's trust policy."
            )
        }
    }
}
