import Foundation

extension CredentialSource {
    /// IAM Identity Center, with the token that `aws sso login` has left.
    static let identityCenter = CredentialSource(name: "IAM Identity Center") { context in
        guard let profile = try IdentityCenterProfile(profile: context.profile.name, in: context.profiles)
        else { return nil }
        return try await IdentityCenter(context: context, profile: profile).credentials()
    }
}

/// Gives the keys of a role to the bearer of a token. Source: botocore, `SSOCredentialFetcher` and
/// `SSOTokenProvider`; IAM Identity Center Portal and OIDC API References.
private struct IdentityCenter {
    private static let portal = EndpointResolver.Service(
        configurationKey: "sso", endpointPrefix: "portal.sso")
    private static let oidc = EndpointResolver.Service(
        configurationKey: "sso_oidc", endpointPrefix: "oidc")

    /// How long before its end a token is refreshed, in seconds, as in botocore.
    private static let refreshMargin: TimeInterval = 15 * 60

    let context: CredentialSource.Context
    let profile: IdentityCenterProfile

    func credentials() async throws -> Credentials {
        var token = try cachedToken()
        if profile.sessionName != nil, !isGood(token, for: Self.refreshMargin),
            let fresh = await refreshed(token)
        {
            token = fresh
            try? context.environment.write(try fresh.json(), to: path)
        }
        guard isGood(token, for: 0) else { throw expired }
        let client = context.tools.unsignedClient(
            to: try context.endpoint(of: Self.portal, region: profile.region))
        do {
            let response = try await client.send(
                ServiceRequest(
                    operation: "GetRoleCredentials", method: .get, path: "/federation/credentials",
                    query: [
                        QueryItem(name: "role_name", value: profile.roleName),
                        QueryItem(name: "account_id", value: profile.accountId),
                    ], headers: ["x-amz-sso_bearer_token": token.accessToken], repeatability: .repeatable))
            return try keys(in: response)
        } catch let error as ServiceError where error.code == "UnauthorizedException" || error.status == 401 {
            throw expired
        } catch let error as ServiceError {
            throw ConfigurationError(
                "IAM Identity Center refuses keys of the role \(profile.roleName) in the account "
                    + "\(profile.accountId) (\(error.reference)): \(error.message) Check sso_role_name and "
                    + "sso_account_id of the profile '\(context.profile.name)'.")
        }
    }

    private var path: String {
        IdentityCenterToken.path(of: profile, home: context.environment.homeDirectory)
    }

    private var expired: ConfigurationError {
        ConfigurationError(
            "The session of IAM Identity Center has expired; run 'aws sso login --profile "
                + "\(context.profile.name)'.")
    }

    private func cachedToken() throws -> IdentityCenterToken {
        guard let text = try context.environment.text(of: path) else {
            throw ConfigurationError(
                "Nobody has signed in to IAM Identity Center yet; run 'aws sso login --profile "
                    + "\(context.profile.name)'.")
        }
        guard let token = try? JSONDecoder().decode(IdentityCenterToken.self, from: Data(text.utf8)) else {
            throw ConfigurationError(
                "The token of IAM Identity Center in \(path) cannot be read; run 'aws sso login --profile "
                    + "\(context.profile.name)'.")
        }
        return token
    }

    private func isGood(_ token: IdentityCenterToken, for seconds: TimeInterval) -> Bool {
        token.expiration.map { $0.timeIntervalSince(context.tools.surroundings.now()) > seconds } ?? false
    }

    /// A new token for the refresh token; nil where there cannot be one, and the old one has to do.
    private func refreshed(_ token: IdentityCenterToken) async -> IdentityCenterToken? {
        guard let refreshToken = token.refreshToken, let clientId = token.clientId,
            let clientSecret = token.clientSecret,
            let registration = token.registrationExpiresAt.flatMap(TimestampText.parse),
            registration > context.tools.surroundings.now(),
            let endpoint = try? context.endpoint(of: Self.oidc, region: profile.region),
            let body = try? JSONEncoder().encode([
                "grantType": "refresh_token", "clientId": clientId, "clientSecret": clientSecret,
                "refreshToken": refreshToken,
            ])
        else { return nil }
        let request = ServiceRequest(
            operation: "CreateToken", method: .post, path: "/token", body: body,
            repeatability: .onlyIfNotSent)
        guard let response = try? await context.tools.unsignedClient(to: endpoint).send(request),
            let answer = try? JSONDecoder().decode(NewToken.self, from: response.body)
        else { return nil }
        var fresh = token
        fresh.startUrl = profile.startURL
        fresh.region = profile.region
        fresh.accessToken = answer.accessToken
        fresh.refreshToken = answer.refreshToken
        fresh.expiresAt = TimestampText.text(
            context.tools.surroundings.now().addingTimeInterval(answer.expiresIn))
        return fresh
    }

    private func keys(in response: HTTPResponse) throws(ConfigurationError) -> Credentials {
        guard let keys = try? JSONDecoder().decode(Answer.self, from: response.body).roleCredentials else {
            throw ConfigurationError(
                "The answer to GetRoleCredentials is not that of IAM Identity Center; check AWS_ENDPOINT_URL_SSO "
                    + "and AWS_ENDPOINT_URL.")
        }
        return Credentials(
            accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey,
            sessionToken: keys.sessionToken,
            expiration: Date(timeIntervalSince1970: keys.expiration / 1000))
    }

    private struct Answer: Decodable {
        let roleCredentials: Keys

        struct Keys: Decodable {
            let accessKeyId: String
            let secretAccessKey: String
            let sessionToken: String
            /// Milliseconds since 1970.
            let expiration: Double
        }
    }

    private struct NewToken: Decodable {
        let accessToken: String
        let refreshToken: String?
        /// Seconds.
        let expiresIn: Double
    }
}
