import Crypto
import Foundation

/// What a signature is valid for: one day, region and service. Source: AWS, "Create a signed AWS API request".
public struct SigningScope: Sendable, Hashable {
    /// The day, `YYYYMMDD`.
    public let day: String
    /// The region, such as `us-east-1`.
    public let region: String
    /// The signing name of the service, such as `chime`.
    public let service: String

    /// A scope.
    public init(day: String, region: String, service: String) {
        self.day = day
        self.region = region
        self.service = service
    }

    /// The scope as it stands in a credential.
    public var text: String { "\(day)/\(region)/\(service)/aws4_request" }

    /// The key that signs within the scope, derived from the secret access key.
    public func key(secret: String) -> SymmetricKey {
        var key = SymmetricKey(data: Data("AWS4\(secret)".utf8))
        for part in [day, region, service, "aws4_request"] {
            key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data(part.utf8), using: key))
        }
        return key
    }

    /// The signature of a canonical request.
    ///
    /// - Parameters:
    ///   - timestamp: The moment of signing, `YYYYMMDDTHHMMSSZ`.
    ///   - code: A code that has been begun with the scope's key, and with nothing else.
    public func signature(of request: CanonicalRequest, timestamp: String, code: HMAC<SHA256>) -> String {
        var code = code
        code.update(data: Array("AWS4-HMAC-SHA256\n\(timestamp)\n\(text)\n\(request.hash)".utf8))
        return code.finalize().hexadecimal
    }
}
