import Foundation
import Synchronization

/// How far this machine's clock is from the service's, as the service's answers show.
final class ClockSkew: Sendable {
    /// The codes that a wrong clock can cause. Source: botocore, `retries/special.py` and the SDKs' reference.
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
    /// - Parameter now: This machine's clock.
    func learn(from error: ServiceError, headers: HTTPHeaders, now: Date) -> Bool {
        guard Self.codes.contains(error.code), let served = headers["Date"].flatMap(HTTPDate.parse) else {
            return false
        }
        let difference = served.timeIntervalSince(now)
        return offset.withLock { offset in
            guard abs(difference - offset) > Self.tolerance else { return false }
            offset = difference
            return true
        }
    }
}
