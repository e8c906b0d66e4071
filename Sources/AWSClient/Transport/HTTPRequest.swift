import Foundation

/// An HTTP request, before it is signed or after.
public struct HTTPRequest: Sendable, Equatable {
    /// The method.
    public var method: HTTPMethod
    /// Where the service listens.
    public var endpoint: EndpointURL
    /// The path below the endpoint's own, percent-encoded once; starts with `/`.
    public var path: String
    /// The query.
    public var query: [QueryItem]
    /// The header fields.
    public var headers: HTTPHeaders
    /// The body; nil for none.
    public var body: Data?
    /// Whether a transport may send the request again where its answer was lost.
    public var repeatability: Repeatability

    /// A request.
    public init(
        method: HTTPMethod, endpoint: EndpointURL, path: String, query: [QueryItem] = [],
        headers: HTTPHeaders = HTTPHeaders(), body: Data? = nil, repeatability: Repeatability = .repeatable
    ) {
        self.method = method
        self.endpoint = endpoint
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.repeatability = repeatability
    }

    /// The path as it stands in the request line, without the query.
    public var rawPath: String { endpoint.basePath + path }

    /// The query string as it stands in the request line, without the question mark.
    public var rawQuery: String {
        query.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
            .joined(separator: "&")
    }

    /// The whole URL.
    var url: String {
        let origin = "\(endpoint.scheme.rawValue)://\(endpoint.hostHeader)"
        return query.isEmpty ? origin + rawPath : "\(origin)\(rawPath)?\(rawQuery)"
    }
}

/// An HTTP response.
public struct HTTPResponse: Sendable, Equatable {
    /// The status.
    public var status: Int
    /// The header fields.
    public var headers: HTTPHeaders
    /// The body.
    public var body: Data

    /// A response.
    public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Sends requests.
public protocol HTTPTransport: Sendable {
    /// Sends a request and waits for the whole response. Cancelling the task ends the transfer.
    ///
    /// - Throws: `TransportError` where no response came; any HTTP status is a response.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
