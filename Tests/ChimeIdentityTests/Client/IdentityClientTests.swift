import AWSClient
import ChimeIdentity
import Foundation
import Testing

@Suite("The client sends what is right, once, and nothing else")
struct IdentityClientTests {
    static let registration = RegisterAppInstanceUserEndpointRequest(
        appInstanceUserArn: Sample.user, type: .apns, resourceArn: Sample.application,
        endpointAttributes: EndpointAttributes(deviceToken: Sample.appleToken))

    @Test("a ClientRequestToken is made up where there is none, and stays the same on every attempt")
    func generatedToken() async throws {
        let transport = RecordingTransport(
            .answer(500), .failure(.connectionLost(host: "h", isSent: true)),
            .answer(201, #"{"EndpointId":"1"}"#))
        let client = try IdentityClient.recording(transport, attempts: 3)

        _ = try await client.perform(Operations.registerAppInstanceUserEndpoint, Self.registration)

        let tokens = try transport.requests.map { try Self.token(in: $0) }
        #expect(tokens.count == 3)
        #expect(Set(tokens).count == 1)
        #expect(try UUID(uuidString: #require(tokens.first)) != nil)
    }

    @Test("two calls carry two tokens")
    func freshToken() async throws {
        let transport = RecordingTransport(.answer(201, #"{"EndpointId":"1"}"#))
        let client = try IdentityClient.recording(transport)

        for _ in 1...2 {
            _ = try await client.perform(Operations.registerAppInstanceUserEndpoint, Self.registration)
        }

        #expect(try Set(transport.requests.map { try Self.token(in: $0) }).count == 2)
    }

    @Test("a token of the caller's own is kept")
    func ownToken() async throws {
        let transport = RecordingTransport(.answer(201, #"{"EndpointId":"1"}"#))
        var registration = Self.registration
        registration.clientRequestToken = "my-token"

        _ = try await IdentityClient.recording(transport).perform(
            Operations.registerAppInstanceUserEndpoint, registration)

        #expect(try transport.requests.map { try Self.token(in: $0) } == ["my-token"])
    }

    @Test("a change of AllowMessages says nothing of the name")
    func onlyWhatChanged() async throws {
        let transport = RecordingTransport(.answer(200, "{}"))

        _ = try await IdentityClient.recording(transport).perform(
            Operations.updateAppInstanceUserEndpoint,
            UpdateAppInstanceUserEndpointRequest(
                appInstanceUserArn: Sample.user, endpointId: "1", allowMessages: AllowMessages.none))

        let body = try #require(transport.requests.first?.body)
        #expect(String(decoding: body, as: UTF8.self) == #"{"AllowMessages":"NONE"}"#)
    }

    @Test("a wrong input is refused and nothing is sent")
    func invalidInput() async throws {
        let transport = RecordingTransport(.answer(204))
        let client = try IdentityClient.recording(transport)

        await #expect(
            throws: IdentityError.invalidInput(
                ValidationFailure(parameter: "EndpointId", problem: "is empty"),
                operation: "DeregisterAppInstanceUserEndpoint")
        ) {
            try await client.perform(
                Operations.deregisterAppInstanceUserEndpoint,
                DeregisterAppInstanceUserEndpointRequest(appInstanceUserArn: Sample.user, endpointId: ""))
        }
        #expect(transport.requests.isEmpty)
    }

    @Test("a read-only client sends what only reads and refuses the rest", arguments: AnyOperation.all)
    func readOnly(operation: AnyOperation) async throws {
        let name = operation.descriptor.name
        let transport = RecordingTransport(.failure(.cannotConnect("h")))
        let client = try IdentityClient.recording(transport, access: .readOnly)
        let input = try #require(
            Fixture.objects(in: "requests.json").first { $0["operation"].text == name })["input"]
        let reads = ["Describe", "List"].contains { name.hasPrefix($0) }

        await #expect(
            throws: reads ? IdentityError.transport(.cannotConnect("h")) : .readOnly(operation: name)
        ) {
            try await operation.perform(client, input)
        }

        #expect(transport.requests.count == (reads ? 1 : 0))
    }

    @Test("a read-only client refuses a write before it looks at the input")
    func readOnlyComesFirst() async throws {
        let client = try IdentityClient.recording(RecordingTransport(.answer(204)), access: .readOnly)

        await #expect(throws: IdentityError.readOnly(operation: "DeleteAppInstance")) {
            try await client.perform(
                Operations.deleteAppInstance, DeleteAppInstanceRequest(appInstanceArn: "no ARN"))
        }
    }

    private static func token(in request: HTTPRequest) throws -> String {
        try JSONValue(json: #require(request.body))["ClientRequestToken"].text
    }
}
