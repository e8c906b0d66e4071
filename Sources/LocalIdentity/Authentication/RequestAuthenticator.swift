import AWSClient
import Crypto
import Foundation
import Synchronization

/// Checks that a request was signed with the service's key pair, from the raw path and query: senders differ in
/// which characters they leave unencoded.
///
/// The codes are those that the front end of AWS services answers with.
final class RequestAuthenticator: Sendable {
    /// How far the sender's clock may be off, in seconds.
    static let tolerance: TimeInterval = 15 * 60
    /// The signing name of the service.
    static let serviceName = "chime"

    private let accessKeyId: String
    private let secretAccessKey: String
    private let region: String
    private let now: @Sendable () -> Date
    /// Codes that have been begun with the key of a scope; around midnight there are requests of two days.
    private let codes = Mutex<[SigningScope: HMAC<SHA256>]>([:])

    init(
        accessKeyId: String, secretAccessKey: String, region: String, now: @escaping @Sendable () -> Date
    ) {
        self.accessKeyId = accessKeyId
        self.secretAccessKey = secretAccessKey
        self.region = region
        self.now = now
    }

    /// - Throws: `ServiceFault` with status 403.
    func authenticate(_ request: IncomingRequest) throws(ServiceFault) {
        guard let header = request.headers["Authorization"] else {
            throw ServiceFault(
                type: "MissingAuthenticationTokenException", status: 403,
                "The request has no Authorization header; sign it with AWS Signature Version 4.")
        }
        let authorization = try AuthorizationHeader(header)
        guard authorization.accessKeyId == accessKeyId else {
            throw ServiceFault(
                type: "UnrecognizedClientException", status: 403,
                "The security token included in the request is invalid.")
        }
        let timestamp = try self.timestamp(of: request)
        guard authorization.scope.service == Self.serviceName else {
            throw Self.mismatch("Credential should be scoped to the service '\(Self.serviceName)'.")
        }
        guard authorization.scope.region == region else {
            throw Self.mismatch(
                "Credential should be scoped to a valid region, not '\(authorization.scope.region)'.")
        }
        guard authorization.scope.day == timestamp.day else {
            throw Self.mismatch("The date in the credential scope is not that of the request.")
        }
        let skew = timestamp.date.timeIntervalSince(now())
        guard abs(skew) <= Self.tolerance else {
            let current = SigningTimestamp(now()).text
            throw Self.mismatch(
                skew < 0
                    ? "Signature expired: \(timestamp.text) is now earlier than \(current) - 15 min."
                    : "Signature not yet current: \(timestamp.text) is still later than \(current) + 15 min.")
        }
        try verify(request, authorization, timestamp)
    }

    private func verify(
        _ request: IncomingRequest, _ authorization: AuthorizationHeader, _ timestamp: SigningTimestamp
    ) throws(ServiceFault) {
        var headers: [(name: String, value: String)] = []
        for name in authorization.signedHeaders {
            let values = request.headers.values(of: name)
            guard !values.isEmpty else {
                throw Self.mismatch("The signed header '\(name)' is not in the request.")
            }
            headers += values.map { (name, $0) }
        }
        guard authorization.signedHeaders.contains("host") else {
            throw Self.mismatch("'Host' must be a signed header.")
        }
        let payloadHash = CanonicalRequest.hash(request.body)
        if let claimed = request.headers["x-amz-content-sha256"], claimed != payloadHash {
            throw Self.mismatch("The x-amz-content-sha256 header is not the hash of the body.")
        }
        let canonical = CanonicalRequest(
            method: request.method, rawPath: request.rawPath, rawQuery: request.rawQuery, headers: headers,
            payloadHash: payloadHash)
        let expected = authorization.scope.signature(
            of: canonical, timestamp: timestamp.text, code: code(for: authorization.scope))
        guard Self.isSame(expected, authorization.signature) else {
            throw Self.mismatch(
                "The request signature we calculated does not match the signature you provided. Check your "
                    + "AWS Secret Access Key and signing method.")
        }
    }

    private func timestamp(of request: IncomingRequest) throws(ServiceFault) -> SigningTimestamp {
        if let text = request.headers["X-Amz-Date"], let timestamp = SigningTimestamp(text) {
            return timestamp
        }
        if let date = request.headers["Date"].flatMap(HTTPDate.parse) { return SigningTimestamp(date) }
        throw ServiceFault(
            type: "IncompleteSignatureException", status: 403,
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
    }

    /// The key is derived once a day; a signature then costs one HMAC.
    private func code(for scope: SigningScope) -> HMAC<SHA256> {
        codes.withLock { codes in
            if let code = codes[scope] { return code }
            let code = HMAC<SHA256>(key: scope.key(secret: secretAccessKey))
            codes = codes.filter { $0.key.day >= scope.day }
            codes[scope] = code
            return code
        }
    }

    private static func mismatch(_ message: String) -> ServiceFault {
        ServiceFault(type: "InvalidSignatureException", status: 403, message)
    }

    /// Compares in a time that does not tell where the texts differ.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return left.indices.reduce(UInt8(0)) { $0 | (left[$1] ^ right[$1]) } == 0
    }
}
