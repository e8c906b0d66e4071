import AWSClient
import Foundation
import TestSupport
import Testing

@Suite("Cancelling a task ends its transfer", .timeLimit(.minutes(1)))
struct CurlTransportCancellationTests {
    private let transport = CurlTransport(options: CurlTransport.Options(proxies: .none))

    private func request(_ server: ScriptedServer) throws -> HTTPRequest {
        HTTPRequest(method: .get, endpoint: try EndpointURL(server.url), path: "/")
    }

    @Test("the connection is closed while the service is still thinking")
    func closes() async throws {
        let server = try ScriptedServer([.silence])
        let request = try request(server)
        let task = Task { try await transport.send(request) }
        await server.wait { if case .received = $0 { true } else { false } }
        task.cancel()
        await #expect(throws: TransportError.cancelled) { try await task.value }
        await server.wait { $0 == .closed(connection: 1) }
    }

    @Test("other transfers go on")
    func others() async throws {
        let silent = try ScriptedServer([.silence])
        let slow = try ScriptedServer([.silence])
        let (cancelled, kept) = (try request(silent), try request(slow))
        let first = Task { try await transport.send(cancelled) }
        let second = Task { try await transport.send(kept) }
        await silent.wait { if case .received = $0 { true } else { false } }
        await slow.wait { if case .received = $0 { true } else { false } }
        first.cancel()
        await #expect(throws: TransportError.cancelled) { try await first.value }
        let server = try ScriptedServer([.response(status: 200)])
        #expect(try await transport.send(try request(server)).status == 200)
        second.cancel()
        await #expect(throws: TransportError.cancelled) { try await second.value }
    }

    @Test("a task that is cancelled before it begins sends nothing")
    func before() async throws {
        let server = try ScriptedServer([])
        let request = try request(server)
        for _ in 0..<200 {
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await transport.send(request)
            }
            await #expect(throws: TransportError.cancelled) { try await task.value }
        }
        #expect(server.requests.isEmpty)
    }

    @Test("it may come at any moment")
    func anyMoment() async throws {
        let server = try ScriptedServer(Array(repeating: .response(status: 200), count: 200))
        let request = try request(server)
        for _ in 0..<200 {
            let task = Task { try await transport.send(request) }
            task.cancel()
            switch await task.result {
            case .success(let response): #expect(response.status == 200)
            case .failure(let error): #expect(error as? TransportError == .cancelled)
            }
        }
    }
}
