import AWSClient

/// The parts of an `Authorization` header of Signature Version 4.
struct AuthorizationHeader {
    let accessKeyId: String
    let scope: SigningScope
    let signedHeaders: [String]
    let signature: String

    private static let algorithm = "AWS4-HMAC-SHA256 "

    /// - Throws: `ServiceFault` where a part is missing.
    init(_ text: String) throws(ServiceFault) {
        guard text.utf8.starts(with: Self.algorithm.utf8) else {
            throw Self.incomplete("The Authorization header is not of AWS4-HMAC-SHA256.")
        }
        var credential: Substring?
        var headers: Substring?
        var signature: Substring?
        // By bytes: a comma with a combining mark behind it is one Character, and no comma.
        var rest = text.utf8.dropFirst(Self.algorithm.utf8.count)
        while let part = Self.take(&rest, upTo: UInt8(ascii: ",")) {
            var value = part.drop { $0 == UInt8(ascii: " ") }
            guard let name = Self.take(&value, upTo: UInt8(ascii: "=")) else { continue }
            switch Substring(name) {
            case "Credential": credential = Substring(value)
            case "SignedHeaders": headers = Substring(value)
            case "Signature": signature = Substring(value)
            default: break
            }
        }
        guard let credential else { throw Self.incomplete(part: "Credential") }
        guard let headers else { throw Self.incomplete(part: "SignedHeaders") }
        guard let signature else { throw Self.incomplete(part: "Signature") }
        (accessKeyId, scope) = try Self.parts(ofCredential: credential)
        signedHeaders = headers.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
        self.signature = String(signature)
    }

    /// An access key id may hold slashes; the scope is the last four parts.
    private static func parts(ofCredential credential: Substring) throws(ServiceFault) -> (
        String, SigningScope
    ) {
        var rest = credential.utf8
        var parts: [Substring] = []
        while parts.count < 4, let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
            parts.append(Substring(rest[rest.index(after: slash)...]))
            rest = rest[..<slash]
        }
        guard parts.count == 4, parts[0] == "aws4_request" else {
            throw incomplete("Credential must have the form KEY/DATE/REGION/SERVICE/aws4_request.")
        }
        let scope = SigningScope(day: String(parts[3]), region: String(parts[2]), service: String(parts[1]))
        return (String(Substring(rest)), scope)
    }

    /// Takes what comes before a byte off a text, and the byte; all of it where the byte is not there.
    ///
    /// - Returns: Nil where the text is empty.
    private static func take(_ rest: inout Substring.UTF8View, upTo byte: UInt8) -> Substring.UTF8View? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: byte) ?? rest.endIndex
        defer { rest = rest[end...].dropFirst() }
        return rest[..<end]
    }

    private static func incomplete(part: String) -> ServiceFault {
        incomplete("Authorization header requires '\(part)' parameter.")
    }

    private static func incomplete(_ message: String) -> ServiceFault {
        ServiceFault(type: "IncompleteSignatureException", status: 403, message)
    }
}
