import Foundation
import Testing

@testable import AWSClient

@Suite("When to try again")
struct RetryPolicyTests {
    private let policy = RetryPolicy()
    private let now = Date(timeIntervalSince1970: 784_111_777)

    private func cause(
        _ status: Int, code: String = "X", headers: HTTPHeaders = [:],
        repeatability: Repeatability = .repeatable
    ) -> RetryPolicy.Cause {
        RetryPolicy.Cause(
            ServiceError(code: code, message: "", status: status, requestId: nil), headers: headers,
            repeatability: repeatability, now: now)
    }

    @Test("three attempts in all")
    func attempts() {
        #expect(policy.delay(after: .transient(retryAfter: nil), attempt: 2, random: 0.5) != nil)
        #expect(policy.delay(after: .transient(retryAfter: nil), attempt: 3, random: 0.5) == nil)
        #expect(
            RetryPolicy(maxAttempts: 1).delay(after: .throttled(retryAfter: nil), attempt: 1, random: 0)
                == nil)
    }

    @Test(
        "the delay doubles up to 20 seconds, and is a random part of that",
        arguments: [
            (1, 0.05, 1.0), (2, 0.1, 2), (3, 0.2, 4), (5, 0.8, 16), (6, 1.6, 20), (20, 20, 20),
        ])
    func delay(attempt: Int, transient: Double, throttled: Double) {
        let policy = RetryPolicy(maxAttempts: 100)
        for random in [0, 0.25, 0.999] {
            #expect(
                policy.delay(after: .transient(retryAfter: nil), attempt: attempt, random: random)
                    == random * transient)
            #expect(
                policy.delay(after: .throttled(retryAfter: nil), attempt: attempt, random: random)
                    == random * throttled)
        }
    }

    @Test(
        "the service's wish is granted up to 20 seconds, and never shortens the delay",
        arguments: [
            (3.0, 3.0), (0, 0.5), (1_000_000, 20),
        ])
    func wish(asked: Double, delay: Double) {
        #expect(policy.delay(after: .throttled(retryAfter: asked), attempt: 1, random: 0.5) == delay)
    }

    @Test("no second attempt for what would fail again")
    func permanent() {
        #expect(policy.delay(after: .permanent, attempt: 1, random: 0) == nil)
    }

    @Test("statuses that may pass", arguments: [500, 502, 503, 504])
    func transientStatus(status: Int) {
        #expect(cause(status) == .transient(retryAfter: nil))
    }

    @Test("too many requests, by status or by code, which botocore passes over for 429")
    func throttled() {
        #expect(cause(429, code: "ThrottledClientException") == .throttled(retryAfter: nil))
        #expect(cause(429) == .throttled(retryAfter: nil))
        #expect(cause(400, code: "ThrottlingException") == .throttled(retryAfter: nil))
        #expect(cause(503, code: "SlowDown") == .throttled(retryAfter: nil))
    }

    @Test("other answers stand", arguments: [400, 401, 403, 404, 409, 501, 302])
    func permanentStatus(status: Int) {
        #expect(cause(status) == .permanent)
    }

    @Test("what may not be done twice is repeated only after a plain refusal")
    func notRepeatable() {
        #expect(cause(429, repeatability: .onlyIfNotSent) == .throttled(retryAfter: nil))
        #expect(cause(503, repeatability: .onlyIfNotSent) == .transient(retryAfter: nil))
        #expect(cause(500, repeatability: .onlyIfNotSent) == .permanent)
        #expect(cause(504, repeatability: .onlyIfNotSent) == .permanent)
    }

    @Test(
        "wishes in every form, and nonsense",
        arguments: [
            ("Retry-After", "7", 7.0), ("retry-after", "0", 0), ("x-amz-retry-after", "1500", 1.5),
            ("Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT", 10),
            ("Retry-After", "Sun, 06 Nov 1994 08:00:00 GMT", 0),
            ("Retry-After", "nan", nil), ("Retry-After", "inf", nil), ("Retry-After", "-1", nil),
            ("Retry-After", "1e300", nil), ("x-amz-retry-after", "-1", nil),
            ("x-amz-retry-after", "soon", nil),
            ("Retry-After", "99999999999999999999999", nil),
        ] as [(String, String, Double?)])
    func wishes(name: String, value: String, seconds: Double?) {
        #expect(cause(429, headers: [name: value]) == .throttled(retryAfter: seconds))
    }

    @Test(
        "a broken transfer is repeated where that is safe",
        arguments: [
            (TransportError.cannotConnect("h"), true, true), (.unknownHost("h"), true, true),
            (.timedOut(host: "h", isSent: false), true, true),
            (.timedOut(host: "h", isSent: true), true, false),
            (.connectionLost(host: "h", isSent: true), true, false), (.cancelled, false, false),
            (.tls(host: "h", reason: ""), false, false), (.responseTooLarge(limit: 1), false, false),
            (.proxy(""), false, false), (.other(""), false, false),
        ])
    func transfers(error: TransportError, ifRepeatable: Bool, otherwise: Bool) {
        let repeated = RetryPolicy.Cause.transient(retryAfter: nil)
        #expect(
            RetryPolicy.Cause(error, repeatability: .repeatable) == (ifRepeatable ? repeated : .permanent))
        #expect(
            RetryPolicy.Cause(error, repeatability: .onlyIfNotSent) == (otherwise ? repeated : .permanent))
    }
}

@Suite("The retry budget")
struct RetryBudgetTests {
    @Test("500 tokens pay for 35 retries, or 100 when throttled")
    func capacity() {
        let (transient, throttled) = (RetryBudget(), RetryBudget())
        let costs = (
            RetryBudget.cost(of: .transient(retryAfter: nil)),
            RetryBudget.cost(of: .throttled(retryAfter: nil))
        )
        #expect((0..<1000).prefix { _ in transient.take(costs.0) }.count == 35)
        #expect((0..<1000).prefix { _ in throttled.take(costs.1) }.count == 100)
    }

    @Test("what is given back can be taken again, and never makes it more than full")
    func giveBack() {
        let budget = RetryBudget()
        budget.giveBack(1000)
        #expect(budget.take(500))
        #expect(!budget.take(1))
        budget.giveBack(14)
        #expect(!budget.take(15))
        #expect(budget.take(14))
    }
}
