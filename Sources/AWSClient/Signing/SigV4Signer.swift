import Crypto
import Foundation

/// Signs requests with AWS Signature Version 4, the way botocore does for REST-JSON services: it signs `host`,
/// `x-amz-date`, `content-type` where there is a body, and `x-amz-security-token` where there is one.
public struct SigV4Signer: Sendable {
    private let credentials: Credentials
    private let region: String
    private let service: String

    /// - Parameters:
    ///   - region: The region of the service.
    ///   - service: The signing name of the service, such as `chime`.
    public init(credentials: Credentials, region: String, service: String) {
        self.credentials = credentials
        self.region = region
        self.service = service
    }

    /// The request with the headers that sign it at a moment.
    public func sign(_ request: HTTPRequest, at date: Date) -> HTTPRequest {
        let timestamp = SigningTimestamp(date)
        var signed = request
        signed.headers["Host"] = request.endpoint.hostHeader
        signed.headers["X-Amz-Date"] = timestamp.text
        signed.headers["X-Amz-Security-Token"] = credentials.sessionToken
        let names =
            ["host", "x-amz-date", "x-amz-security-token"] + (request.body == nil ? [] : ["content-type"])
        let headers = names.compactMap { name in signed.headers[name].map { (name: name, value: $0) } }
        let canonical = CanonicalRequest(
            method: request.method.rawValue, rawPath: request.rawPath, rawQuery: request.rawQuery,
            headers: headers, payloadHash: CanonicalRequest.hash(request.body ?? Data()))
        let scope = SigningScope(day: timestamp.day, region: region, service: service)
        let signature = scope.signature(
            of: canonical, timestamp: timestamp.text,
            code: HMAC(key: scope.key(secret: credentials.secretAccessKey)))
        signed.headers["Authorization"] =
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyId)/\(scope.text), "
            + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
        return signed
    }
}
