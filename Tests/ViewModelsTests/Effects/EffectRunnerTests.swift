import AWSClient
import ChimeIdentity
import Foundation
import Synchronization
import Testing

@testable import ViewModels

/// Reads are shared and never older than a write; writes are always told; nothing runs before its time.
@Suite struct EffectRunnerTests {
    private static let userArn =
        "arn:aws:chime:us-east-1:111122223333:app-instance/5a3c7b1e-6f2d-4e8a-9b0c-1d2e3f405162/user/ada"
    private static let query = Query.tags(resourceArn: userArn)

    /// What the main thread has been told.
    private final class Log: Sendable {
        private let events = Mutex<[EffectRunner.Event]>([])

        /// How each write has ended, as it ends.
        let writes: AsyncStream<WriteOutcome>
        private let ended: AsyncStream<WriteOutcome>.Continuation

        init() { (writes, ended) = AsyncStream.makeStream() }

        func note(_ event: EffectRunner.Event) {
            events.withLock { $0.append(event) }
            if case .toAll(.written(let outcome)) = event { ended.yield(outcome) }
        }

        /// The answers to queries, with the tickets they are for.
        var answers: [(tickets: [Ticket], tags: [ChimeIdentity.Tag]?)] {
            events.withLock { $0 }.compactMap { event in
                guard case .toHolders(let tickets, .loaded(_, let result, _)) = event else { return nil }
                if case .success(.tags(let tags)) = result { return (tickets, tags) }
                return (tickets, nil)
            }
        }

        /// What became of the session.
        var sessions: [SessionState] {
            events.withLock { $0 }.compactMap { event in
                if case .toAll(.session(let session)) = event { session } else { nil }
            }
        }
    }

    private let transport = HeldTransport()
    private let log = Log()
    private let runner: EffectRunner

    init() {
        let service = ServiceClient(
            transport: transport,
            credentials: CredentialChain(
                fixed: Credentials(accessKeyId: "local", secretAccessKey: "local"), source: "test"),
            region: "us-east-1", endpoint: EndpointURL(scheme: .http, host: "127.0.0.1"),
            signingName: "chime", policy: RetryPolicy(maxAttempts: 1))
        let connection = ServiceAccess.Connection(
            client: IdentityClient(service: service), info: SessionInfo(profile: nil, region: "us-east-1"))
        let log = log
        runner = EffectRunner(service: ServiceAccess { _ in connection }) { log.note($0) }
    }

    private func ticket(_ screen: Int) -> Ticket { Ticket(screen: screen, generation: 1) }

    private func tags(_ value: String) -> String { #"{"Tags":[{"Key":"tier","Value":"\#(value)"}]}"# }

    @Test func nothingHappensBeforeTheFirstFrame() async {
        runner.load(Self.query, for: ticket(1))
        #expect(transport.lines == [])
        runner.activate()
        await transport.waitForRequests(1)
        transport.answer("GET", with: tags("gold"))
        await runner.waitUntilIdle()
        #expect(log.answers.count == 1)
    }

    @Test func theSameReadIsMadeOnceForEveryScreenThatAsks() async {
        runner.activate()
        runner.load(Self.query, for: ticket(1))
        await transport.waitForRequests(1)
        runner.load(Self.query, for: ticket(2))
        transport.answer("GET", with: tags("gold"))
        await runner.waitUntilIdle()
        #expect(transport.lines.count == 1)
        #expect(log.answers.map(\.tickets) == [[ticket(1), ticket(2)]])

        runner.load(Self.query, for: ticket(1))
        await transport.waitForRequests(2)
        transport.answer("GET", with: tags("gold"))
        await runner.waitUntilIdle()
        #expect(transport.lines.count == 2, "an answer is not kept for later")
    }

    @Test func aReadThatBeganBeforeAWriteEndedIsMadeAgain() async {
        runner.activate()
        runner.load(Self.query, for: ticket(1))
        await transport.waitForRequests(1)
        runner.write(
            .retag(
                resourceArn: Self.userArn, change: TagChange(put: [Tag(key: "tier", value: "new")]),
                previous: TagChange()), isUndo: false)
        await transport.waitForRequests(2)
        transport.answer("POST", with: "")
        await transport.waitForRequests(3)
        transport.answer("GET", newest: true, with: tags("new"))
        for await _ in log.writes { break }
        transport.answer("GET", with: tags("old"))
        await transport.waitForRequests(4)
        transport.answer("GET", with: tags("new"))
        await runner.waitUntilIdle()
        #expect(log.answers.count == 1)
        #expect(log.answers.last?.tags == [Tag(key: "tier", value: "new")])
    }

    @Test func aReadThatOnlyAClosedScreenWaitedForIsStopped() async {
        runner.activate()
        runner.load(Self.query, for: ticket(1))
        runner.load(Self.query, for: ticket(2))
        await transport.waitForRequests(1)
        runner.cancelReads(of: 1)
        runner.load(.user(arn: Self.userArn), for: ticket(1))
        await transport.waitForRequests(2)
        runner.cancelReads(of: 1)
        transport.answer("GET", with: tags("gold"))
        await runner.waitUntilIdle()
        #expect(log.answers.map(\.tickets) == [[ticket(2)]])
    }

    @Test func aWriteGoesOnWhenItsScreenIsClosedAndItsOutcomeIsTold() async {
        runner.activate()
        runner.write(
            .retag(resourceArn: Self.userArn, change: TagChange(remove: ["a"]), previous: TagChange()),
            isUndo: false)
        await transport.waitForRequests(1)
        runner.cancelReads(of: 1)
        transport.answer("POST", with: "", status: 403)
        await runner.waitUntilIdle()
        for await outcome in log.writes {
            guard case .failure(let failure) = outcome.result else { continue }
            #expect(failure.code == "ForbiddenException")
            break
        }
    }

    @Test func aSessionThatCannotBeFoundOutIsTriedAgainByTheNextRead() async {
        struct NoCredentials: Error {}
        let attempts = Mutex(0)
        let log = log
        let runner = EffectRunner(
            service: ServiceAccess { _ in
                attempts.withLock { $0 += 1 }
                throw NoCredentials()
            }
        ) { log.note($0) }
        runner.resolveSession()
        runner.activate()
        await runner.waitUntilIdle()
        runner.load(Self.query, for: ticket(1))
        await runner.waitUntilIdle()
        #expect(attempts.withLock { $0 } == 2)
        guard case .failed = log.sessions.last else {
            Issue.record("\(log.sessions)")
            return
        }
        #expect(log.answers.count == 1)
    }
}
