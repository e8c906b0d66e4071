import AWSClient
import Crypto
import Foundation
import Testing

/// The worked example of AWS's own documentation ("Create a signed AWS API request", GET ListUsers of IAM).
@Suite("SigV4 gives AWS's published answers")
struct SigV4KnownAnswerTests {
    private let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    private let request = CanonicalRequest(
        method: "GET", rawPath: "/", rawQuery: "Action=ListUsers&Version=2010-05-08",
        headers: [
            ("Host", "iam.amazonaws.com"), ("X-Amz-Date", "20150830T123600Z"),
            ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
        ],
        payloadHash: CanonicalRequest.hash(Data()))

    @Test(
        "derived signing keys",
        arguments: [
            ("20150830", "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9"),
            ("20120215", "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d"),
        ])
    func key(day: String, expected: String) {
        let key = SigningScope(day: day, region: "us-east-1", service: "iam").key(secret: secret)
        #expect(key.withUnsafeBytes { $0.map { String(format: "%02x", $0) }.joined() } == expected)
    }

    @Test("canonical request")
    func canonicalRequest() {
        #expect(request.signedHeaders == "content-type;host;x-amz-date")
        #expect(request.hash == "f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59")
    }

    @Test("signature")
    func signature() {
        let scope = SigningScope(day: "20150830", region: "us-east-1", service: "iam")
        let signature = scope.signature(
            of: request, timestamp: "20150830T123600Z", code: HMAC(key: scope.key(secret: secret)))
        #expect(signature == "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
    }
}
