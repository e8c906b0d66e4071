import AWSClient
import Foundation

/// A request as it came over the wire. Path and query are kept raw, since the signature is over them.
public struct IncomingRequest: Sendable {
    /// The method.
    public let method: String
    /// The path as it stands in the request line.
    public let rawPath: String
    /// The query as it stands in the request line, without the question mark.
    public let rawQuery: String
    /// The headers, with `host`.
    public let headers: HTTPHeaders
    /// The body.
    public let body: Data

    /// A request from its parts.
    ///
    /// - Parameter target: The path with the query, as the request line has it.
    public init(method: String, target: String, headers: HTTPHeaders, body: Data) {
        let path = target.prefix { $0 != "?" }
        self.method = method
        rawPath = String(path)
        rawQuery = String(target.dropFirst(path.count + 1))
        self.headers = headers
        self.body = body
    }

    /// A request as a client of this program makes it, without a socket between.
    public init(_ request: HTTPRequest) {
        let query = request.rawQuery
        self.init(
            method: request.method.rawValue,
            target: query.isEmpty ? request.rawPath : "\(request.rawPath)?\(query)",
            headers: request.headers, body: request.body ?? Data())
    }

    /// The query's names and values, decoded; nil where it is badly encoded.
    var query: [(name: String, value: String)]? {
        var items: [(name: String, value: String)] = []
        for part in rawQuery.split(separator: "&") {
            let name = part.prefix { $0 != "=" }
            guard let decodedName = PercentEncoding.decode(name),
                let value = PercentEncoding.decode(part.dropFirst(name.count + 1))
            else { return nil }
            items.append((decodedName, value))
        }
        return items
    }
}
