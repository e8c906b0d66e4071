import Foundation
import Synchronization

/// How far this machine's clock is from the service's, as the service's answers show.
final class ClockSkew: Sendable {
    /// The codes that a wrong clock can cause. Source: AWS, "Retry behavior" and the SDKs' lists.
    private static let codes: Set<String> = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException",
        "SignatureDoesNotMatch", "AuthFailure",
    ]
    /// A smaller difference than this does not make a signature invalid, in seconds.
    private static let tolerance: TimeInterval = 4 * 60
    private let offset = Mutex<TimeInterval>(0)

    /// The service's time at a moment of this machine's clock.
    func correct(_ date: Date) -> Date {
        date.addingTimeInterval(offset.withLock { $0 })
    }

    /// Learns from an answer; whether another attempt with the corrected time is worth it.
    ///
    /// - Parameters:
    ///   - signed: The moment that the refused request was signed for. Compared with it, and not with what is
    ///     known by now, requests that were under way together all get their other attempt.
    ///   - now: This machine's clock.
    func learn(from error: ServiceError, headers: HTTPHeaders, signed: Date, now: Date) -> Bool {
        guard Self.codes.contains(error.code), let served = headers["Date"].flatMap(HTTPDate.parse),
            abs(served.timeIntervalSince(signed)) > Self.tolerance
        else { return false }
        offset.withLock { $0 = served.timeIntervalSince(now) }
        return true
    }
}
