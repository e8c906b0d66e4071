import Synchronization
import Testing

@testable import LocalIdentity

@Suite("Request rates")
struct RequestRatesTests {
    /// A clock that is set by hand.
    private final class Clock: Sendable {
        private let moment = Mutex(ContinuousClock.now)
        func advance(_ duration: Duration) { moment.withLock { $0 += duration } }
        @Sendable func now() -> ContinuousClock.Instant { moment.withLock { $0 } }
    }

    private let clock = Clock()

    private func admitted(_ operation: String, _ count: Int, by rates: RequestRates) -> Int {
        (0..<count).count { _ in
            (try? rates.admit(operation)) != nil
        }
    }

    @Test("let a second's worth through at once, and then as many as come back")
    func all() {
        let rates = RequestRates(.aws, now: clock.now)
        #expect(admitted("TagResource", 60, by: rates) == 50)

        clock.advance(.milliseconds(100))
        #expect(admitted("TagResource", 60, by: rates) == 5)

        clock.advance(.seconds(3600))
        #expect(admitted("TagResource", 60, by: rates) == 50)
    }

    @Test("of an operation of its own, within that of all")
    func single() {
        let rates = RequestRates(.aws, now: clock.now)

        #expect(admitted("ListAppInstanceUsers", 60, by: rates) == 10)
        // Those that were refused have cost the others nothing.
        #expect(admitted("DescribeAppInstanceUser", 60, by: rates) == 20)
        #expect(admitted("TagResource", 60, by: rates) == 20)
    }

    @Test("let everything through where there are none")
    func none() {
        #expect(admitted("TagResource", 10_000, by: RequestRates(.none, now: clock.now)) == 10_000)
    }
}
