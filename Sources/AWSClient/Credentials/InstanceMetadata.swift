import Foundation

extension CredentialSource {
    /// The instance metadata service of EC2, version 2. Source: Amazon EC2 User Guide, "Use the Instance Metadata
    /// Service"; botocore, `InstanceMetadataFetcher`.
    ///
    /// A machine that is no instance has no such service: no answer means that there are no keys.
    static let instanceMetadata = CredentialSource(name: "EC2 instance metadata") { context in
        let environment = context.environment
        guard environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() != "true" else { return nil }
        let client = context.tools.metadataClient(
            to: try InstanceMetadata.endpoint(context),
            attempts: environment["AWS_METADATA_SERVICE_NUM_ATTEMPTS"].flatMap { Int($0) } ?? 1)
        do {
            return try await InstanceMetadata(client: client).credentials()
        } catch is TransportError {
            try Task.checkCancellation()
            return nil
        } catch let error as ServiceError where [403, 404, 405].contains(error.status) {
            // Switched off, or an instance without a role.
            return nil
        }
    }
}

private struct InstanceMetadata {
    private static let rolePath = "/latest/meta-data/iam/security-credentials/"
    /// How long the token is good for, in seconds.
    private static let tokenLifetime = "21600"

    let client: ServiceClient

    static func endpoint(_ context: CredentialSource.Context) throws(ConfigurationError) -> EndpointURL {
        func value(_ variable: String, _ key: String) -> String? {
            context.environment[variable] ?? context.section[key]
        }
        if let url = value("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint") {
            return try EndpointURL(url)
        }
        let mode = value("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode")
        return EndpointURL(
            scheme: .http, host: mode?.lowercased() == "ipv6" ? "[fd00:ec2::254]" : "169.254.169.254")
    }

    func credentials() async throws -> Credentials? {
        let token = try await text(
            "GetMetadataToken", .put, "/latest/api/token",
            ["x-aws-ec2-metadata-token-ttl-seconds": Self.tokenLifetime])
        let headers: HTTPHeaders = ["x-aws-ec2-metadata-token": token]
        let roles = try await text("GetInstanceRole", .get, Self.rolePath, headers)
        guard let role = roles.split(whereSeparator: \.isNewline).first else { return nil }
        let path = Self.rolePath + PercentEncoding.encode(String(role))
        let body = try await send("GetInstanceCredentials", .get, path, headers)
        guard let answer = try? JSONDecoder().decode(CredentialAnswer.self, from: body) else { return nil }
        if let code = answer.code, code != "Success" {
            throw ConfigurationError(
                "The metadata service of this instance gives no keys of the role \(role) (\(code)): "
                    + "\(answer.message ?? "") Check the instance profile.")
        }
        return try answer.credentials(from: "The metadata service of this instance")
    }

    private func text(
        _ operation: String, _ method: HTTPMethod, _ path: String, _ headers: HTTPHeaders
    ) async throws -> String {
        String(decoding: try await send(operation, method, path, headers), as: UTF8.self)
    }

    private func send(
        _ operation: String, _ method: HTTPMethod, _ path: String, _ headers: HTTPHeaders
    ) async throws -> Data {
        try await client.send(
            ServiceRequest(
                operation: operation, method: method, path: path, headers: headers, repeatability: .repeatable
            )
        ).body
    }
}
