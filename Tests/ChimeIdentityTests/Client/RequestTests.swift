import AWSClient
import ChimeIdentity
import Foundation
import Testing

@Suite("Requests are those that botocore sends")
struct RequestTests {
    @Test(
        "for every operation, with plain and with clumsy values",
        arguments: try Fixture.objects(in: "requests.json"))
    func likeBotocore(_ expected: JSONValue) async throws {
        let operation = try #require(AnyOperation.named(expected["operation"].text))
        let transport = RecordingTransport(.failure(.cannotConnect("nowhere")))

        _ = try? await operation.perform(.recording(transport), expected["input"])

        let request = try #require(transport.requests.first)
        #expect(request.method.rawValue == expected["method"].text)
        #expect(request.rawPath == expected["path"].text)
        #expect(
            request.query.map { [$0.name, $0.value] }.sorted { $0[0] < $1[0] }
                == expected["query"].elements.map { $0.elements.map(\.text) })
        let body = try request.body.map { try JSONValue(json: $0).json() }
        #expect(try body == (expected["body"] == .null ? nil : expected["body"].json()))
        #expect(request.headers["Content-Type"] == (body == nil ? nil : "application/json"))
    }

    @Test("every operation is among them")
    func complete() throws {
        let names = try Set(Fixture.objects(in: "requests.json").map { $0["operation"].text })

        #expect(names == Set(Operations.all.map(\.name)))
    }
}
