import Foundation
import Synchronization

/// Keeps the requests of one client within its `SendRate`.
final class SendRateLimiter: Sendable {
    private let now: @Sendable () -> Date
    private let rate: Mutex<SendRate>

    init(now: @escaping @Sendable () -> Date) {
        self.now = now
        rate = Mutex(SendRate(at: now().timeIntervalSince1970))
    }

    /// Takes the right to send one request.
    ///
    /// - Returns: How long to wait before it is sent, in seconds.
    func reserve() -> TimeInterval {
        rate.withLock { $0.reserve(at: now().timeIntervalSince1970) }
    }

    /// Learns from an answer; nil stands for a success.
    func record(_ cause: RetryPolicy.Cause?) {
        let isThrottled = if case .throttled = cause { true } else { false }
        rate.withLock { $0.record(isThrottled: isThrottled, at: now().timeIntervalSince1970) }
    }
}
