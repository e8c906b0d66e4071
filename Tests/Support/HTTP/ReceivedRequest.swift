import Foundation

/// A request as it came over the wire.
public struct ReceivedRequest: Sendable, Equatable {
    /// The request line, such as `GET /a HTTP/1.1`.
    public let requestLine: String
    /// The header lines in order.
    public let headerLines: [String]
    /// The body.
    public let body: Data

    /// A request from the bytes before the empty line, and the body.
    init(head: String, body: Data) {
        let lines = head.components(separatedBy: "\r\n")
        requestLine = lines[0]
        headerLines = Array(lines.dropFirst())
        self.body = body
    }

    /// The values of a header field, whatever the case of its name.
    public func values(of name: String) -> [String] {
        headerLines.compactMap { line in
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name.lowercased()
            else { return nil }
            return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
    }
}
