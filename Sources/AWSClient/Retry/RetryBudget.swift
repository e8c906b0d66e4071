import Synchronization

/// The token bucket that keeps a client from flooding a service that is down.
///
/// Source: AWS SDKs and Tools Reference, "Retry behavior": 500 tokens, a retry takes 14, or 5 when throttled; a
/// success gives back what its last retry took, or 1.
public final class RetryBudget: Sendable {
    /// How many tokens there are at most.
    static let capacity = 500
    private let tokens = Mutex(RetryBudget.capacity)

    /// A full bucket.
    public init() {}

    /// What a retry for this cause takes.
    static func cost(of cause: RetryPolicy.Cause) -> Int {
        switch cause {
        case .throttled: 5
        case .transient, .permanent: 14
        }
    }

    /// Takes tokens; false where there are not enough.
    func take(_ cost: Int) -> Bool {
        tokens.withLock { tokens in
            guard tokens >= cost else { return false }
            tokens -= cost
            return true
        }
    }

    /// Gives tokens back.
    func giveBack(_ count: Int) {
        tokens.withLock { $0 = min(Self.capacity, $0 + count) }
    }
}
