import Foundation

/// The retry behaviour of the AWS SDKs, as data and a pure decision.
///
/// Source: AWS SDKs and Tools Reference, "Retry behavior". Unlike botocore's standard mode, 429
/// `ThrottledClientException` is retried as well.
public struct RetryPolicy: Sendable, Hashable {
    /// How many attempts there are in all, at least 1.
    public var maxAttempts: Int
    /// The longest delay, in seconds.
    public var maxDelay: TimeInterval
    /// How to try again.
    public var mode: RetryMode

    /// A policy of the given limits.
    public init(maxAttempts: Int = 3, maxDelay: TimeInterval = 20, mode: RetryMode = .standard) {
        self.mode = mode
        self.maxAttempts = max(1, maxAttempts)
        self.maxDelay = maxDelay
    }

    /// Why an attempt has failed, as far as retrying is concerned.
    public enum Cause: Sendable, Hashable {
        /// Too many requests; `retryAfter` is what the service asks for, in seconds.
        case throttled(retryAfter: TimeInterval?)
        /// The service has failed and may be better soon.
        case transient(retryAfter: TimeInterval?)
        /// Another attempt would fail the same way.
        case permanent
    }

    /// How long to wait before the next attempt; nil where there should be none.
    ///
    /// - Parameters:
    ///   - attempt: The number of the attempt that has failed, from 1.
    ///   - random: A number from 0 up to 1.
    public func delay(after cause: Cause, attempt: Int, random: Double) -> TimeInterval? {
        guard attempt < maxAttempts else { return nil }
        let (base, asked): (TimeInterval, TimeInterval?)
        switch cause {
        case .permanent: return nil
        case .throttled(let retryAfter): (base, asked) = (1, retryAfter)
        case .transient(let retryAfter): (base, asked) = (0.05, retryAfter)
        }
        let delay = random * min(base * pow(2, Double(attempt - 1)), maxDelay)
        // Never sooner than without the wish, so that clients that were told the same time do not meet again.
        return max(delay, min(asked ?? 0, maxDelay))
    }
}
