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
    init(_ error: ServiceError, headers: HTTPHeaders) {
        let retryAfter =
            headers["x-amz-retry-after"].flatMap(Double.init).map { $0 / 1000 }
            ?? headers["Retry-After"].flatMap(Double.init)
        if error.status == 429 || Self.throttlingCodes.contains(error.code) {
            self = .throttled(retryAfter: retryAfter)
        } else if [500, 502, 503, 504].contains(error.status)
            || ["RequestTimeout", "RequestTimeoutException"].contains(error.code)
        {
            self = .transient(retryAfter: retryAfter)
        } else {
            self = .permanent
        }
    }

    /// What a broken transfer means for retrying.
    init(_ error: TransportError, repeatability: Repeatability) {
        let isSafe = repeatability == .repeatable || !error.mayHaveBeenSent
        self = error.isTransient && isSafe ? .transient(retryAfter: nil) : .permanent
    }
}
