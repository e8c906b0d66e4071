import Foundation

/// AWS Security Token Service, as far as credentials need it. Source: AWS STS API Reference, version 2011-06-15.
///
/// It is asked to answer in JSON, which it does for an `Accept` header.
struct SecurityTokenService: Sendable {
    /// What to assume, and for how long.
    struct Role: Sendable, Hashable {
        /// The role's ARN.
        let arn: String
        /// The name of the session, which AWS's logs show; nil makes one up.
        let sessionName: String?
        /// How long the keys are good for, in seconds; nil leaves it to the service.
        var duration: Int?
        /// What the role's owner asks those outside the account for.
        var externalId: String?
    }

    /// The device that shows codes, and the code that it shows.
    struct MFA: Sendable, Hashable {
        /// The serial number or ARN of the device.
        let serial: String
        /// The code.
        let code: String
    }

    static let service = EndpointResolver.Service(configurationKey: "sts", endpointPrefix: "sts")

    private let client: ServiceClient
    private let now: @Sendable () -> Date

    /// The service for somebody with keys; without any, it takes web identities alone.
    ///
    /// - Throws: `ConfigurationError` where its endpoint is set to what is no URL.
    init(_ context: CredentialSource.Context, signingWith credentials: SourcedCredentials?)
        throws(ConfigurationError)
    {
        let tools = context.tools
        // Without a region botocore uses the endpoint of all regions, which is in this one.
        var endpoint = EndpointURL(scheme: .https, host: "sts.amazonaws.com")
        if let region = context.region { endpoint = try context.endpoint(of: Self.service, region: region) }
        if let credentials {
            client = ServiceClient(
                transport: tools.transport,
                credentials: CredentialChain(fixed: credentials.credentials, source: credentials.source),
                region: context.region ?? "us-east-1", endpoint: endpoint, signingName: "sts",
                policy: tools.retry, surroundings: tools.surroundings, logger: tools.logger)
        } else {
            client = tools.unsignedClient(to: endpoint)
        }
        now = tools.surroundings.now
    }

    /// Keys of a role, for somebody who may assume it.
    ///
    /// - Throws: `ServiceError`, `TransportError` or `ConfigurationError`.
    func assume(_ role: Role, mfa: MFA?) async throws -> Credentials {
        var parameters = parameters(of: role)
        parameters["ExternalId"] = role.externalId
        parameters["SerialNumber"] = mfa?.serial
        parameters["TokenCode"] = mfa?.code
        return try await keys("AssumeRole", parameters)
    }

    /// Keys of a role, for the bearer of a token of another identity provider.
    ///
    /// - Throws: `ServiceError`, `TransportError` or `ConfigurationError`.
    func assume(_ role: Role, withWebIdentity token: String) async throws -> Credentials {
        var parameters = parameters(of: role)
        parameters["WebIdentityToken"] = token
        return try await keys("AssumeRoleWithWebIdentity", parameters)
    }

    private func parameters(of role: Role) -> [String: String] {
        let sessionName = role.sessionName ?? "carillon-\(Int(now().timeIntervalSince1970))"
        var parameters = ["RoleArn": role.arn, "RoleSessionName": sessionName]
        parameters["DurationSeconds"] = role.duration.map(String.init)
        return parameters
    }

    private func keys(_ action: String, _ parameters: [String: String]) async throws -> Credentials {
        let form = parameters.merging(["Action": action, "Version": "2011-06-15"]) { $1 }
            .sorted { $0.key < $1.key }
            .map { "\($0.key)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
        let response = try await client.send(
            ServiceRequest(
                operation: action, method: .post, path: "/",
                headers: [
                    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
                    "Accept": "application/json",
                ], body: Data(form.utf8), repeatability: .repeatable))
        guard let answer = try? JSONDecoder().decode([String: Answer].self, from: response.body),
            let result = answer["\(action)Response"]?.results["\(action)Result"],
            let keys = result.credentials
        else {
            throw ConfigurationError(
                "The answer to \(action) is not that of AWS Security Token Service in JSON; check "
                    + "AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL.")
        }
        return Credentials(
            accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey,
            sessionToken: keys.sessionToken, expiration: Date(timeIntervalSince1970: keys.expiration),
            principal: result.user?.arn)
    }

    /// `{"ActionResponse": {"ActionResult": {"Credentials": …}, "ResponseMetadata": …}}`.
    private struct Answer: Decodable {
        let results: [String: Result]

        init(from decoder: any Decoder) throws {
            results = try decoder.singleValueContainer().decode([String: Result].self)
        }

        struct Result: Decodable {
            let credentials: Keys?
            let user: User?

            enum CodingKeys: String, CodingKey {
                case credentials = "Credentials"
                case user = "AssumedRoleUser"
            }
        }

        struct User: Decodable {
            let arn: String

            enum CodingKeys: String, CodingKey { case arn = "Arn" }
        }

        struct Keys: Decodable {
            let accessKeyId: String
            let secretAccessKey: String
            let sessionToken: String
            let expiration: Double

            enum CodingKeys: String, CodingKey {
                case accessKeyId = "AccessKeyId"
                case secretAccessKey = "SecretAccessKey"
                case sessionToken = "SessionToken"
                case expiration = "Expiration"
            }
        }
    }
}
