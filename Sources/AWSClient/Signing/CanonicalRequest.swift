import Crypto
import Foundation

/// The canonical form of a request, over which Signature Version 4 signs.
///
/// Made from what stands in the request line, so that the sender and the verifier make it from the same bytes, and byte
/// by byte: a service does this for every request.
/// Source: AWS, "Create a signed AWS API request".
public struct CanonicalRequest: Sendable, Equatable {
    private let bytes: [UInt8]
    /// The names of the signed headers, in lower case, sorted, joined by `;`.
    public let signedHeaders: String

    /// The canonical request.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

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
        let lines = Self.headerLines(headers)
        signedHeaders = lines.map(\.name).joined(separator: ";")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512 + rawPath.utf8.count * 2)
        func add(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }
        func endLine() { bytes.append(UInt8(ascii: "\n")) }
        add(method.utf8)
        endLine()
        Self.addPath(rawPath, to: &bytes)
        endLine()
        add(Self.canonicalQuery(rawQuery))
        endLine()
        for line in lines {
            add(line.name.utf8)
            bytes.append(UInt8(ascii: ":"))
            add(line.value)
            endLine()
        }
        endLine()
        add(signedHeaders.utf8)
        endLine()
        add(payloadHash.utf8)
        self.bytes = bytes
    }

    /// The SHA-256 of the canonical request in hexadecimal digits.
    public var hash: String { SHA256.hash(data: bytes).hexadecimal }

    /// The SHA-256 of a body in hexadecimal digits.
    public static func hash(_ data: Data) -> String {
        data.isEmpty ? emptyHash : SHA256.hash(data: data).hexadecimal
    }

    private static let emptyHash = SHA256.hash(data: Data()).hexadecimal

    /// A path without empty, `.` and `..` segments (RFC 3986, section 5.2.4; botocore, `normalize_url_path`), encoded
    /// once more.
    private static func addPath(_ raw: String, to bytes: inout [UInt8]) {
        var segments: [Substring.UTF8View] = []
        for segment in raw.utf8.split(separator: slash) {
            if segment.elementsEqual(".".utf8) { continue }
            if segment.elementsEqual("..".utf8) {
                _ = segments.popLast()
            } else {
                segments.append(segment)
            }
        }
        for segment in segments {
            bytes.append(slash)
            for byte in segment { PercentEncoding.append(byte, to: &bytes) }
        }
        if segments.isEmpty || raw.utf8.last == slash { bytes.append(slash) }
    }

    /// The query sorted by encoded name, then by encoded value. Both are encoded afresh, since senders differ
    /// in what they leave as it is.
    private static func canonicalQuery(_ raw: String) -> String.UTF8View {
        guard !raw.isEmpty else { return "".utf8 }
        return RawQuery.items(raw)
            .map { (PercentEncoding.normalize($0.name), PercentEncoding.normalize($0.value)) }
            .sorted { $0 < $1 }
            .map { "\($0)=\($1)" }
            .joined(separator: "&").utf8
    }

    /// The headers sorted by name, those of one name in one line.
    private static func headerLines(_ headers: [(name: String, value: String)]) -> [(
        name: String, value: [UInt8]
    )] {
        var lines: [(name: String, value: [UInt8])] = []
        for header in headers {
            let name = header.name.lowercased()
            let value = trimmed(header.value)
            if let index = lines.firstIndex(where: { $0.name == name }) {
                lines[index].value.append(UInt8(ascii: ","))
                lines[index].value.append(contentsOf: value)
            } else {
                lines.append((name, value))
            }
        }
        return lines.sorted { $0.name < $1.name }
    }

    /// Without white space at the ends, and with runs of blanks made one.
    private static func trimmed(_ value: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.utf8.count)
        var isBehindBlank = false
        for byte in value.utf8 {
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                isBehindBlank = true
                continue
            }
            if isBehindBlank, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            isBehindBlank = false
            bytes.append(byte)
        }
        return bytes
    }

    private static let slash = UInt8(ascii: "/")
}

extension Sequence<UInt8> {
    /// The bytes as lower-case hexadecimal digits.
    var hexadecimal: String {
        var text: [UInt8] = []
        text.reserveCapacity(underestimatedCount * 2)
        for byte in self {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
