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
        let end = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
        self.method = method
        rawPath = String(target[..<end])
        rawQuery = end == target.endIndex ? "" : String(target[target.utf8.index(after: end)...])
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

    /// The type of the body without parameters, in lower case; nil where there is none.
    var mediaType: String? {
        headers["Content-Type"].map { type in
            type.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        }
    }

    /// The query's names and values, decoded; nil where it is badly encoded.
    var query: [(name: String, value: String)]? {
        guard !rawQuery.isEmpty else { return [] }
        var items: [(name: String, value: String)] = []
        for item in RawQuery.items(rawQuery) {
            guard let name = PercentEncoding.decode(item.name), let value = PercentEncoding.decode(item.value)
            else { return nil }
            items.append((name, value))
        }
        return items
    }
}
