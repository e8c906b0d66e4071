import Synchronization

/// Holds the requests of an account against its quotas.
final class RequestRates: Sendable {
    private struct Buckets {
        var all: TokenBucket?
        var single: [String: TokenBucket]
    }

    private let buckets: Mutex<Buckets>
    private let isLimited: Bool
    private let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameter now: The clock.
    init(
        _ quotas: Quotas, now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        let start = now()
        let all = quotas.requestsPerSecond.map { TokenBucket(perSecond: $0, at: start) }
        let single = quotas.requestsPerSecondOf.mapValues { TokenBucket(perSecond: $0, at: start) }
        buckets = Mutex(Buckets(all: all, single: single))
        isLimited = all != nil || !single.isEmpty
        self.now = now
    }

    /// Takes a request into account. One that is refused costs nothing.
    ///
    /// - Throws: `ServiceFault` where there are too many.
    func admit(_ operation: String) throws(ServiceFault) {
        guard isLimited else { return }
        let moment = now()
        let isAdmitted = buckets.withLock { buckets in
            guard buckets.all?.hasToken(at: moment) ?? true,
                buckets.single[operation]?.hasToken(at: moment) ?? true
            else { return false }
            buckets.all?.take()
            buckets.single[operation]?.take()
            return true
        }
        guard isAdmitted else { throw .throttled }
    }
}
