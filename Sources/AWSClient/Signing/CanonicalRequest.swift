import Crypto
import Foundation

/// The canonical form of a request, over which Signature Version 4 signs.
///
/// Made from what stands in the request line, so that the sender and the verifier make it from the same bytes.
/// Source: AWS, "Create a signed AWS API request".
public struct CanonicalRequest: Sendable, Equatable {
    /// The canonical request.
    public let text: String
    /// The names of the signed headers, in lower case, sorted, joined by `;`.
    public let signedHeaders: String

    /// - Parameters:
    ///   - rawPath: The path as it stands in the request line. Empty and relative segments are taken out and
    ///     the rest is encoded once more, as every service but S3 wants it.
    ///   - rawQuery: The query string as it stands in the request line.
    ///   - headers: The headers to sign.
    ///   - payloadHash: The SHA-256 of the body in hexadecimal digits.
    public init(
        method: String, rawPath: String, rawQuery: String, headers: [(name: String, value: String)],
        payloadHash: String
    ) {
        var values: [String: [String]] = [:]
        for header in headers {
            values[header.name.lowercased(), default: []].append(Self.trimmed(header.value))
        }
        let names = values.keys.sorted()
        signedHeaders = names.joined(separator: ";")
        let headerLines = names.map { "\($0):\(values[$0, default: []].joined(separator: ","))\n" }
        let path = PercentEncoding.encode(Self.normalizedPath(rawPath), keeping: UInt8(ascii: "/"))
        text = [
            method, path, Self.canonicalQuery(rawQuery), headerLines.joined(), signedHeaders, payloadHash,
        ].joined(separator: "\n")
    }

    /// The SHA-256 of the canonical request in hexadecimal digits.
    public var hash: String { Self.hash(Data(text.utf8)) }

    /// The SHA-256 of a body in hexadecimal digits.
    public static func hash(_ data: Data) -> String {
        SHA256.hash(data: data).hexadecimal
    }

    /// A path without empty, `.` and `..` segments (RFC 3986, section 5.2.4; botocore, `normalize_url_path`).
    private static func normalizedPath(_ raw: String) -> String {
        var segments: [Substring] = []
        for segment in raw.split(separator: "/") {
            switch segment {
            case ".": continue
            case "..": _ = segments.popLast()
            default: segments.append(segment)
            }
        }
        let path = "/" + segments.joined(separator: "/")
        return raw.hasSuffix("/") && !segments.isEmpty ? path + "/" : path
    }

    /// The query sorted by encoded name, then by encoded value. Both are encoded afresh, since senders differ
    /// in what they leave as it is.
    private static func canonicalQuery(_ raw: String) -> String {
        guard !raw.isEmpty else { return "" }
        return raw.split(separator: "&", omittingEmptySubsequences: false).map { item -> (String, String) in
            let name = item.prefix { $0 != "=" }
            return (
                PercentEncoding.normalize(name), PercentEncoding.normalize(item.dropFirst(name.count + 1))
            )
        }
        .sorted { $0 < $1 }
        .map { "\($0)=\($1)" }
        .joined(separator: "&")
    }

    /// Without white space at the ends, and with runs of blanks made one.
    private static func trimmed(_ value: String) -> String {
        value.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    }
}

extension Sequence<UInt8> {
    /// The bytes as lower-case hexadecimal digits.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
