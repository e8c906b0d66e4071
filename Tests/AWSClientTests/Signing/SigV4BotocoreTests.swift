import AWSClient
import Foundation
import Testing

/// Requests that botocore has signed; `Fixtures/generate-sigv4.py` writes them.
@Suite("SigV4 agrees with botocore")
struct SigV4BotocoreTests {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let method: String
        let origin: String
        let path: String
        let query: String
        let body: String?
        let sessionToken: String?
        let date: String
        let epoch: Double
        let region: String
        let canonicalRequest: String
        let authorization: String
        var testDescription: String { name }
    }

    struct File: Decodable {
        let accessKeyId: String
        let secretAccessKey: String
        let vectors: [Vector]
    }

    static let file = Result { try Fixture.load("sigv4", as: File.self) }
    static let vectors = (try? file.get().vectors) ?? []

    @Test("there are vectors")
    func vectorsAreThere() throws {
        #expect(try Self.file.get().vectors.count >= 20)
    }

    @Test("signs as botocore does", arguments: vectors)
    func signs(vector: Vector) throws {
        let file = try Self.file.get()
        let signer = SigV4Signer(
            credentials: Credentials(
                accessKeyId: file.accessKeyId, secretAccessKey: file.secretAccessKey,
                sessionToken: vector.sessionToken),
            region: vector.region, service: "chime")
        var request = HTTPRequest(
            method: try #require(HTTPMethod(rawValue: vector.method)),
            endpoint: try EndpointURL(vector.origin), path: vector.path,
            query: try Self.items(vector.query), body: vector.body.map { Data($0.utf8) })
        if vector.body != nil { request.headers["Content-Type"] = "application/json" }
        let signed = signer.sign(request, at: Date(timeIntervalSince1970: vector.epoch))
        #expect(signed.headers["Authorization"] == vector.authorization)
        #expect(signed.headers["X-Amz-Date"] == vector.date)
        #expect(signed.headers["X-Amz-Security-Token"] == vector.sessionToken)
        #expect(signed.headers["X-Amz-Content-SHA256"] == nil)
    }

    @Test("a server makes the same canonical request from the raw request line", arguments: vectors)
    func verifies(vector: Vector) throws {
        let endpoint = try EndpointURL(vector.origin)
        var headers = [
            (name: "X-Amz-Date", value: vector.date), (name: "HOST", value: endpoint.hostHeader),
        ]
        if let token = vector.sessionToken { headers.append(("x-amz-security-token", token)) }
        if vector.body != nil { headers.append(("content-type", "application/json")) }
        let canonical = CanonicalRequest(
            method: vector.method, rawPath: endpoint.basePath + vector.path, rawQuery: vector.query,
            headers: headers, payloadHash: CanonicalRequest.hash(Data((vector.body ?? "").utf8)))
        #expect(canonical.text == vector.canonicalRequest)
    }

    private static func items(_ query: String) throws -> [QueryItem] {
        try query.split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return QueryItem(
                name: try #require(PercentEncoding.decode(parts[0])),
                value: try #require(PercentEncoding.decode(parts.count > 1 ? parts[1] : "")))
        }
    }
}
