import AWSClient
import ChimeIdentity
import Foundation
import Testing

@Suite("Lists are read page by page to their end")
struct PagedSequenceTests {
    private func page(_ ids: [String], next token: String?) -> RecordingTransport.Answer {
        let items = ids.map { #"{"EndpointId":"\#($0)"}"# }.joined(separator: ",")
        let next = token.map { #","NextToken":"\#($0)""# } ?? ""
        return .answer(200, #"{"AppInstanceUserEndpoints":[\#(items)]\#(next)}"#)
    }

    private func ids(_ transport: RecordingTransport, pageSize: Int? = nil) async throws -> [String] {
        var ids: [String] = []
        for try await endpoint in try IdentityClient.recording(transport).endpoints(
            of: Sample.user, pageSize: pageSize)
        {
            ids.append(endpoint.endpointId)
        }
        return ids
    }

    @Test("every page is asked for with the token of the one before")
    func tokens() async throws {
        let transport = RecordingTransport(
            page(["1", "2"], next: "a"), page(["3"], next: "b"), page(["4"], next: nil))

        #expect(try await ids(transport, pageSize: 2) == ["1", "2", "3", "4"])

        let sent = transport.requests.map { $0.query.first { $0.name == "next-token" }?.value }
        #expect(sent == [nil, "a", "b"])
        #expect(
            transport.requests.allSatisfy { $0.query.contains(QueryItem(name: "max-results", value: "2")) })
    }

    @Test("an empty page that names a next one is not the end")
    func emptyPage() async throws {
        let transport = RecordingTransport(page([], next: "a"), page([], next: "b"), page(["1"], next: nil))

        #expect(try await ids(transport) == ["1"])
    }

    @Test("a token without characters is the end")
    func emptyToken() async throws {
        let transport = RecordingTransport(page(["1"], next: ""))

        #expect(try await ids(transport) == ["1"])
        #expect(transport.requests.count == 1)
    }

    @Test("a page without the list is empty")
    func missingList() async throws {
        #expect(try await ids(RecordingTransport(.answer(200, "{}"))) == [])
    }

    @Test(
        "a token that comes back ends in an error, whether at once or by a detour",
        arguments: [["a"], ["a", "b"]])
    func repeatedToken(tokens: [String]) async throws {
        let answers = (tokens + tokens).map { page(["1"], next: $0) }
        let transport = RecordingTransport(answers)

        await #expect(throws: IdentityError.repeatedToken(operation: "ListAppInstanceUserEndpoints")) {
            try await ids(transport)
        }
        #expect(transport.requests.count == tokens.count + 1)
    }

    @Test("what was read before an error is not lost, and nothing comes after it")
    func failure() async throws {
        let transport = RecordingTransport(page(["1"], next: "a"), .answer(403))
        var iterator = try IdentityClient.recording(transport).endpoints(of: Sample.user).makeAsyncIterator()

        #expect(try await iterator.next()?.endpointId == "1")
        do throws(IdentityError) {
            _ = try await iterator.next()
            Issue.record("The refusal was swallowed.")
        } catch {
            #expect(error.code == "HTTP403")
        }
        #expect(try await iterator.next() == nil)
        #expect(transport.requests.count == 2)
    }

    @Test("a page is asked for only when it is needed")
    func lazy() async throws {
        let transport = RecordingTransport(page(["1", "2"], next: "a"))
        var iterator = try IdentityClient.recording(transport).endpoints(of: Sample.user).makeAsyncIterator()
        #expect(transport.requests.isEmpty)

        for _ in 1...2 { _ = try await iterator.next() }

        #expect(transport.requests.count == 1)
    }

    @Test("users and app instances are read the same way")
    func otherLists() async throws {
        let users = RecordingTransport(
            .answer(200, #"{"AppInstanceUsers":[{"AppInstanceUserArn":"u1"}],"NextToken":"a"}"#),
            .answer(200, #"{"AppInstanceUsers":[{"AppInstanceUserArn":"u2"}]}"#))
        let instances = RecordingTransport(.answer(200, #"{"AppInstances":[{"AppInstanceArn":"i1"}]}"#))
        var arns: [String] = []

        for try await user in try IdentityClient.recording(users).users(of: Sample.appInstance) {
            arns.append(user.appInstanceUserArn)
        }
        for try await instance in try IdentityClient.recording(instances).appInstances() {
            arns.append(instance.appInstanceArn)
        }

        #expect(arns == ["u1", "u2", "i1"])
    }
}
