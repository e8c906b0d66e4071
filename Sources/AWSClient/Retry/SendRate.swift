import Foundation

/// The rate at which a client may send: what it measured when it was throttled, less a part, then growing again along
/// a cubic curve. Until the first throttling there is no limit.
///
/// Moments are seconds since any fixed moment. Source: botocore, `retries/adaptive.py`, `throttling.py`, `bucket.py`.
struct SendRate: Sendable {
    /// How much of the last half second's rate goes into the measured one.
    private static let smoothing = 0.8
    /// How long requests are counted before the rate is measured anew, in seconds.
    private static let span = 0.5
    /// How steeply the rate grows.
    private static let scale = 0.4
    /// The part of the rate that is left after a throttling.
    private static let beta = 0.7
    /// The slowest rate, in requests a second.
    private static let slowest = 0.5

    /// Requests a second that may be sent, once the service has throttled.
    private(set) var limit = 1.0
    private var isLimited = false
    /// How many requests may be sent at once; below zero it is what waiting requests have taken in advance.
    private var capacity = 0.0
    private var filled: Double

    private var measured = 0.0
    private var count = 0.0
    private var spanStart: Double

    private var highest = 0.0
    private var lastThrottled: Double

    /// The rate of a client that has sent nothing.
    init(at now: Double) {
        (filled, lastThrottled) = (now, now)
        spanStart = now.rounded(.down)
    }

    /// Takes the right to send one request.
    ///
    /// - Returns: How long to wait before it is sent, in seconds.
    mutating func reserve(at now: Double) -> Double {
        guard isLimited else { return 0 }
        fill(until: now)
        capacity -= 1
        return max(0, -capacity / limit)
    }

    /// Learns from an answer.
    mutating func record(isThrottled: Bool, at now: Double) {
        measure(at: now)
        let wished: Double
        if isThrottled {
            highest = isLimited ? min(measured, limit) : measured
            lastThrottled = now
            wished = highest * Self.beta
            isLimited = true
        } else {
            let reached = cbrt(highest * (1 - Self.beta) / Self.scale)
            wished = Self.scale * pow(now - lastThrottled - reached, 3) + highest
        }
        // What was earned at the old rate is earned before the new one counts.
        fill(until: now)
        let allowed = min(wished, 2 * measured)
        limit = max(allowed, Self.slowest)
        capacity = min(capacity, max(allowed, 1))
    }

    private mutating func measure(at now: Double) {
        let start = (now / Self.span).rounded(.down) * Self.span
        count += 1
        guard start > spanStart else { return }
        measured = count / (start - spanStart) * Self.smoothing + measured * (1 - Self.smoothing)
        (count, spanStart) = (0, start)
    }

    private mutating func fill(until now: Double) {
        capacity = min(max(limit, 1), capacity + max(0, now - filled) * limit)
        filled = now
    }
}
