import AWSClient
import ChimeIdentity
import Foundation
import Testing

@Suite("Answers are read as botocore reads them")
struct ResponseTests {
    @Test(
        "whole, sparse, and with values and members of a later version",
        arguments: try Fixture.objects(in: "responses.json"))
    func likeBotocore(_ expected: JSONValue) async throws {
        let name = expected["operation"].text
        let operation = try #require(AnyOperation.named(name))
        let input = try #require(
            Fixture.objects(in: "requests.json").first { $0["operation"].text == name })["input"]
        let transport = RecordingTransport(.answer(expected["status"].number, expected["body"].text))

        let output = try await operation.perform(.recording(transport), input)

        #expect(try output.json() == expected["output"].json())
    }

    @Test("every operation is among them")
    func complete() throws {
        let names = try Set(Fixture.objects(in: "responses.json").map { $0["operation"].text })

        #expect(names == Set(Operations.all.map(\.name)))
    }

    @Test("a name cut in the middle of an emoji does not hide the other devices")
    func halfASurrogatePair() async throws {
        let body =
            #"{"AppInstanceUserEndpoints":[{"EndpointId":"1","Name":"Ada \ud83d"},{"EndpointId":"2"}]}"#
        let client = try IdentityClient.recording(RecordingTransport(.answer(200, body)))

        let page = try await client.perform(
            Operations.listAppInstanceUserEndpoints,
            ListAppInstanceUserEndpointsRequest(appInstanceUserArn: Sample.user))

        #expect(page.appInstanceUserEndpoints?.map(\.name) == ["Ada \u{FFFD}", nil])
    }

    @Test(
        "an answer that cannot be read says which member is at fault, with the request id and no value",
        arguments: [
            ("<html>", "it is not JSON"),
            ("", "AppInstanceUserEndpoint is missing"),
            (#"{"AppInstanceUserEndpoint":{}}"#, "AppInstanceUserEndpoint.EndpointId is missing"),
            (
                #"{"AppInstanceUserEndpoint":{"EndpointId":7}}"#,
                "AppInstanceUserEndpoint.EndpointId is of another kind"
            ),
            (
                #"{"AppInstanceUserEndpoint":{"EndpointId":"1","CreatedTimestamp":"secret"}}"#,
                "AppInstanceUserEndpoint.CreatedTimestamp cannot be read"
            ),
        ])
    func unreadable(body: String, reason: String) async throws {
        let client = try IdentityClient.recording(
            RecordingTransport(.answer(200, body, headers: ["x-amzn-RequestId": "r-1"])))

        await #expect(
            throws: IdentityError.undecodableResponse(
                operation: "DescribeAppInstanceUserEndpoint", requestId: "r-1", reason: reason)
        ) {
            try await client.perform(
                Operations.describeAppInstanceUserEndpoint,
                DescribeAppInstanceUserEndpointRequest(appInstanceUserArn: Sample.user, endpointId: "1"))
        }
    }
}
