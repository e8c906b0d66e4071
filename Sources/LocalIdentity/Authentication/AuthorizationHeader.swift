import AWSClient

/// The parts of an `Authorization` header of Signature Version 4.
struct AuthorizationHeader {
    let accessKeyId: String
    let scope: SigningScope
    let signedHeaders: [String]
    let signature: String

    /// - Throws: `ServiceFault` where a part is missing.
    init(_ text: String) throws(ServiceFault) {
        func incomplete(_ part: String) -> ServiceFault {
            ServiceFault(
                type: "IncompleteSignatureException", status: 403,
                "Authorization header requires '\(part)' parameter.")
        }
        let algorithm = "AWS4-HMAC-SHA256 "
        guard text.hasPrefix(algorithm) else {
            throw ServiceFault(
                type: "IncompleteSignatureException", status: 403,
                "The Authorization header is not of AWS4-HMAC-SHA256.")
        }
        var parts: [Substring: Substring] = [:]
        for part in text.dropFirst(algorithm.count).split(separator: ",") {
            let trimmed = part.drop { $0 == " " }
            let name = trimmed.prefix { $0 != "=" }
            parts[name] = trimmed.dropFirst(name.count + 1)
        }
        guard let credential = parts["Credential"] else { throw incomplete("Credential") }
        guard let headers = parts["SignedHeaders"] else { throw incomplete("SignedHeaders") }
        guard let signature = parts["Signature"] else { throw incomplete("Signature") }
        // An access key id may hold slashes; the scope is the last four parts.
        let fields = credential.split(separator: "/", omittingEmptySubsequences: false)
        guard fields.count >= 5, fields.last == "aws4_request" else {
            throw ServiceFault(
                type: "IncompleteSignatureException", status: 403,
                "Credential must have the form KEY/DATE/REGION/SERVICE/aws4_request.")
        }
        accessKeyId = fields.dropLast(4).joined(separator: "/")
        scope = SigningScope(
            day: String(fields[fields.count - 4]), region: String(fields[fields.count - 3]),
            service: String(fields[fields.count - 2]))
        signedHeaders = headers.split(separator: ";").map(String.init)
        self.signature = String(signature)
    }
}
