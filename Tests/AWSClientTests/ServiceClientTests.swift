import AWSClient
import Foundation
import Logging
import Testing

@Suite("A request to a service")
struct ServiceClientTests {
    private let clock = StoppedClock(Date(timeIntervalSince1970: 1_795_482_123))
    private let request = ServiceRequest(
        operation: "TagResource", method: .post, path: "/users/secret-user",
        query: [QueryItem(name: "operation", value: "tag-resource")],
        body: Data(#"{"Tags":["secret-tag"]}"#.utf8),
        repeatability: .repeatable)
    private let ok = ScriptedTransport.Outcome.success(
        HTTPResponse(status: 204, headers: ["x-amzn-RequestId": "id-1\u{1B}[2J\nforged"]))

    private func client(
        _ transport: ScriptedTransport, policy: RetryPolicy = RetryPolicy(), logger: Logger? = nil
    ) throws -> ServiceClient {
        ServiceClient(
            transport: transport,
            credentials: CredentialChain(
                fixed: Credentials(
                    accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret-key", sessionToken: "secret-token"),
                source: "test"),
            region: "us-east-1", endpoint: try EndpointURL("https://host.example"), signingName: "chime",
            policy: policy,
            surroundings: ServiceClient.Surroundings(
                now: { [clock] in clock.now }, random: { 0.5 }, sleep: { [clock] in try clock.wait($0) }),
            logger: logger ?? Logger(label: "none") { _ in SwiftLogNoOpLogHandler() })
    }

    private func answer(_ status: Int, _ code: String = "X", date: String? = nil, retryAfter: String? = nil)
        -> ScriptedTransport.Outcome
    {
        var headers: HTTPHeaders = ["x-amzn-ErrorType": code]
        headers["Date"] = date
        headers["Retry-After"] = retryAfter
        return .success(HTTPResponse(status: status, headers: headers))
    }

    @Test("is signed and sent once where it succeeds")
    func success() async throws {
        let transport = ScriptedTransport([ok])
        #expect(try await client(transport).send(request).status == 204)
        let sent = try #require(transport.requests.first)
        #expect(transport.requests.count == 1)
        #expect(sent.headers["Content-Type"] == "application/json")
        #expect(sent.headers["X-Amz-Security-Token"] == "secret-token")
        #expect(
            sent.headers["Authorization"]?.hasPrefix(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/us-east-1/chime/aws4_request, "
                    + "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=") == true)
    }

    @Test("is repeated with a delay and a fresh signature, and succeeds")
    func retry() async throws {
        let transport = ScriptedTransport([answer(503), answer(429, retryAfter: "3"), ok])
        #expect(try await client(transport).send(request).status == 204)
        #expect(clock.waits == [0.025, 3])
        #expect(
            transport.requests.map { $0.headers["X-Amz-Date"] } == [
                "20261124T010203Z", "20261124T010203Z", "20261124T010206Z",
            ])
        #expect(Set(transport.requests.map { $0.headers["Authorization"] }).count == 2)
        #expect(Set(transport.requests.map(\.body)).count == 1)
    }

    @Test("waits before it is sent where an earlier one was throttled, in the adaptive mode")
    func adaptive() async throws {
        let transport = ScriptedTransport([answer(429), ok, ok])
        let client = try client(transport, policy: RetryPolicy(mode: .adaptive))
        _ = try await client.send(request)
        _ = try await client.send(request)
        // The retry's own delay, then what is left of two seconds at the slowest rate; the success has raised the
        // rate to 1.6 requests a second.
        #expect(clock.waits == [0.5, 1.5, 0.625])
    }

    @Test("fails with the last answer after three attempts")
    func exhausted() async throws {
        let transport = ScriptedTransport([answer(500, "A"), answer(500, "B"), answer(500, "C"), ok])
        let error = await #expect(throws: ServiceError.self) { try await client(transport).send(request) }
        #expect(error?.code == "C")
        #expect(error?.attempts == 3)
        #expect(transport.requests.count == 3)
    }

    @Test("is not repeated where the answer will not change")
    func permanent() async throws {
        let transport = ScriptedTransport([answer(403, "ForbiddenException"), ok])
        let error = await #expect(throws: ServiceError.self) { try await client(transport).send(request) }
        #expect(error?.attempts == 1)
        #expect(clock.waits.isEmpty)
    }

    @Test("is not repeated after its answer was lost where that is not safe")
    func notRepeatable() async throws {
        let request = ServiceRequest(
            operation: "Create", method: .post, path: "/", repeatability: .onlyIfNotSent)
        let lost = TransportError.connectionLost(host: "h", isSent: true)
        let transport = ScriptedTransport([.failure(.cannotConnect("h")), .failure(lost), ok])
        let client = try client(transport)
        await #expect(throws: lost) { try await client.send(request) }
        #expect(transport.requests.map(\.repeatability) == [.onlyIfNotSent, .onlyIfNotSent])
    }

    @Test("tells of a change that an attempt before the last may have made")
    func lostBefore() async throws {
        let look = ServiceRequest(operation: "Look", method: .get, path: "/", repeatability: .repeatable)
        let lost = TransportError.connectionLost(host: "h", isSent: true)
        let refused = TransportError.cannotConnect("h")

        let outcomes: [ScriptedTransport.Outcome] = [.failure(lost), .failure(refused), .failure(refused)]
        for (request, error) in [(request, lost), (look, refused)] {
            let client = try client(ScriptedTransport(outcomes))
            await #expect(throws: error) { try await client.send(request) }
        }

        for (first, isOpen) in [(ScriptedTransport.Outcome.failure(lost), true), (answer(429), false)] {
            let client = try client(ScriptedTransport([first, answer(403, "ForbiddenException")]))
            let error = await #expect(throws: ServiceError.self) { try await client.send(request) }
            #expect(error?.followsOpenAttempt == isOpen)
        }
    }

    @Test("is not repeated any more when the service is down for everybody")
    func budget() async throws {
        let transport = ScriptedTransport(Array(repeating: answer(503), count: 200))
        let client = try client(transport, policy: RetryPolicy(maxAttempts: 2))
        for _ in 0..<50 {
            await #expect(throws: ServiceError.self) { try await client.send(request) }
        }
        // 35 retries of 14 tokens each, out of 500.
        #expect(transport.requests.count == 50 + 35)
    }

    @Test("ends when its task is cancelled while it waits")
    func cancelled() async throws {
        let transport = ScriptedTransport([answer(503), ok])
        let client = try client(transport)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.send(request)
        }
        await #expect(throws: TransportError.cancelled) { try await task.value }
        #expect(transport.requests.count == 1)
    }

    @Test(
        "is signed for the service's time once a wrong clock is noticed",
        arguments: [
            "RequestTimeTooSkewed", "SignatureDoesNotMatch", "InvalidSignatureException", "RequestExpired",
        ])
    func skew(code: String) async throws {
        let refused = answer(403, code, date: "Tue, 24 Nov 2026 03:02:03 GMT")
        let transport = ScriptedTransport([refused, ok, ok])
        let client = try client(transport, policy: RetryPolicy(maxAttempts: 1))
        for _ in 0..<2 { #expect(try await client.send(request).status == 204) }
        #expect(
            transport.requests.map { $0.headers["X-Amz-Date"] } == [
                "20261124T010203Z", "20261124T030203Z", "20261124T030203Z",
            ])
        #expect(clock.waits.isEmpty)
    }

    @Test("is corrected for the clock once only")
    func skewOnce() async throws {
        let transport = ScriptedTransport([
            answer(403, "SignatureDoesNotMatch", date: "Tue, 24 Nov 2026 03:02:03 GMT"),
            answer(403, "SignatureDoesNotMatch", date: "Tue, 24 Nov 2026 05:02:03 GMT"), ok,
        ])
        let error = await #expect(throws: ServiceError.self) { try await client(transport).send(request) }
        #expect(error?.attempts == 2)
    }

    @Test("is not sent again where a wrong key and no wrong clock is the cause")
    func noSkew() async throws {
        let transport = ScriptedTransport([
            answer(403, "SignatureDoesNotMatch", date: "Tue, 24 Nov 2026 01:03:00 GMT"), ok,
        ])
        await #expect(throws: ServiceError.self) { try await client(transport).send(request) }
        #expect(transport.requests.count == 1)
    }

    @Test("leaves operation, attempt, status and request id in the log, and nothing that is secret")
    func log() async throws {
        let log = CapturedLog()
        var logger = Logger(label: "test") { _ in log }
        logger.logLevel = .debug
        let transport = ScriptedTransport([.failure(.connectionLost(host: "host.example", isSent: true)), ok])
        _ = try await client(transport, logger: logger).send(request)
        #expect(log.lines.count == 2)
        #expect(log.lines[0].contains("TagResource"))
        #expect(log.lines[0].contains("host.example broke"))
        #expect(log.lines[1].contains("attempt=2"))
        #expect(log.lines[1].contains("status=204"))
        #expect(log.lines[1].contains("request-id=id-12Jforged"))
        #expect(!log.lines.joined().contains("secret"))
        #expect(!log.lines.joined().contains("AWS4-HMAC"))
    }
}
