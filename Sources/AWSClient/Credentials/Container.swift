import Foundation

extension CredentialSource {
    /// The service that gives keys to a container or pod. Source: AWS SDKs and Tools Reference, "Container
    /// credential provider"; botocore, `ContainerProvider` and `ContainerMetadataFetcher`.
    static let container = CredentialSource(name: "container") { context in
        let environment = context.environment
        let url: String
        if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            url = "http://169.254.170.2\(path)"
        } else if let full = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] {
            url = full
        } else {
            return nil
        }
        let (endpoint, path, query) = try ContainerURL.parse(url)
        var headers: HTTPHeaders = ["Accept": "application/json"]
        headers["Authorization"] = try ContainerURL.token(environment)
        let request = ServiceRequest(
            operation: "GetContainerCredentials", method: .get, path: path, query: query, headers: headers,
            repeatability: .repeatable)
        let response: HTTPResponse
        do {
            response = try await context.tools.metadataClient(to: endpoint, attempts: 3).send(request)
        } catch let error as ServiceError {
            throw ConfigurationError(
                "The container's credential service at \(endpoint) answers with an error (\(error.code)): "
                    + "\(error.message) Check the role of the task or pod.")
        }
        guard let answer = try? JSONDecoder().decode(CredentialAnswer.self, from: response.body) else {
            throw ConfigurationError(
                "The container's credential service at \(endpoint) gives no JSON with keys; check "
                    + "AWS_CONTAINER_CREDENTIALS_FULL_URI.")
        }
        return try answer.credentials(from: "The container's credential service at \(endpoint)")
    }
}

/// Where a container's credential service is, and how to be let in.
private enum ContainerURL {
    /// Hosts besides loopback that may be asked without TLS. Source: botocore, `ContainerMetadataFetcher`.
    private static let hosts: Set<String> = [
        "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "localhost",
    ]

    static func parse(_ text: String) throws(ConfigurationError) -> (EndpointURL, String, [QueryItem]) {
        guard let url = URLComponents(string: text), let scheme = url.scheme, let host = url.host,
            url.user == nil
        else {
            throw ConfigurationError(
                "The address of the container's credential service is no URL; check "
                    + "AWS_CONTAINER_CREDENTIALS_FULL_URI.")
        }
        let port = url.port.map { ":\($0)" } ?? ""
        let endpoint = try EndpointURL("\(scheme)://\(host)\(port)")
        let bare = endpoint.host
        let isLoopback =
            bare == "[::1]" || bare.hasPrefix("127.") && bare.allSatisfy { $0 == "." || $0.isNumber }
        guard endpoint.scheme == .https || isLoopback || hosts.contains(bare) else {
            throw ConfigurationError(
                "The container's credential service at \(bare) may not be asked without TLS; use https, a loopback "
                    + "address or \(hosts.sorted().joined(separator: ", ")) in AWS_CONTAINER_CREDENTIALS_FULL_URI."
            )
        }
        let query = (url.queryItems ?? []).map { QueryItem(name: $0.name, value: $0.value ?? "") }
        return (endpoint, url.percentEncodedPath.isEmpty ? "/" : url.percentEncodedPath, query)
    }

    static func token(_ environment: ProcessEnvironment) throws(ConfigurationError) -> String? {
        let token: String?
        if let path = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
            guard let text = try environment.text(of: path) else {
                throw ConfigurationError(
                    "The file \(path) that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names is not there; check its path."
                )
            }
            token = text
        } else {
            token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
        }
        guard token?.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) != false else {
            throw ConfigurationError(
                "The token for the container's credential service has more than one line; correct it.")
        }
        return token
    }
}
