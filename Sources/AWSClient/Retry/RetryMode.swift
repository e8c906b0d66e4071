/// How a client tries again. Source: AWS SDKs and Tools Reference, "Retry behavior".
public enum RetryMode: String, Sendable, Hashable, CaseIterable {
    /// The AWS command line's older mode; here it is the same as `standard`.
    case legacy
    /// Waits between attempts, and stops where a budget of retries is used up.
    case standard
    /// As `standard`; besides, once throttled, it sends no faster than the service has shown to bear.
    case adaptive
}
