import Foundation

extension RetryPolicy.Cause {
    /// The error codes that mean too many requests. Source: botocore, `retries/standard.py`.
    private static let throttlingCodes: Set<String> = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "ThrottledClientException", "TooManyRequestsException", "RequestLimitExceeded",
        "BandwidthLimitExceeded", "LimitExceededException", "RequestThrottled", "SlowDown",
        "PriorRequestNotComplete", "EC2ThrottledException", "TransactionInProgressException",
        "ProvisionedThroughputExceededException",
    ]

    /// What a response that is no success means for retrying.
    ///
    /// - Parameter now: This machine's clock, for a `Retry-After` that is a date.
    init(_ error: ServiceError, headers: HTTPHeaders, repeatability: Repeatability, now: Date) {
        let retryAfter = Self.retryAfter(headers, now: now)
        if error.status == 429 || Self.throttlingCodes.contains(error.code) {
            self = .throttled(retryAfter: retryAfter)
        } else if error.status == 503 {
            self = .transient(retryAfter: retryAfter)
        } else if [500, 502, 504].contains(error.status)
            || ["RequestTimeout", "RequestTimeoutException"].contains(error.code)
        {
            // The service, or one behind a gateway, may have done part of the work.
            self = repeatability == .repeatable ? .transient(retryAfter: retryAfter) : .permanent
        } else {
            self = .permanent
        }
    }

    /// How long the service asks to wait, in seconds: `x-amz-retry-after` in milliseconds, or `Retry-After` in
    /// seconds or as a date (RFC 9110, section 10.2.3).
    private static func retryAfter(_ headers: HTTPHeaders, now: Date) -> TimeInterval? {
        if let milliseconds = headers["x-amz-retry-after"].flatMap(Int.init), milliseconds >= 0 {
            return TimeInterval(milliseconds) / 1000
        }
        guard let text = headers["Retry-After"] else { return nil }
        if let seconds = Int(text) { return seconds >= 0 ? TimeInterval(seconds) : nil }
        return HTTPDate.parse(text).map { max(0, $0.timeIntervalSince(now)) }
    }

    /// What a broken transfer means for retrying.
    init(_ error: TransportError, repeatability: Repeatability) {
        let isSafe = repeatability == .repeatable || !error.mayHaveBeenSent
        self = error.isTransient && isSafe ? .transient(retryAfter: nil) : .permanent
    }
}
