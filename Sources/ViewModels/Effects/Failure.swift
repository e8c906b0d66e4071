import ChimeIdentity

/// An error as a person reads it: what happened, which code and request id to quote, and what to do next.
public struct Failure: Error, Hashable, Sendable {
    /// What happened, in one sentence.
    public let summary: String
    /// The service's error code, such as `ForbiddenException`.
    public let code: String?
    /// The request id to quote to AWS Support.
    public let requestId: String?
    /// What to do next, in one sentence.
    public let advice: String
    /// Tags that a write consisting of several calls did change before it failed.
    public let applied: TagChange?
    /// The device as the service has it, where nothing was sent because it is not as it was shown.
    public let changed: DeviceState?

    /// A failure of the given words.
    public init(
        summary: String, code: String? = nil, requestId: String? = nil, advice: String,
        applied: TagChange? = nil, changed: DeviceState? = nil
    ) {
        self.summary = summary
        self.code = code
        self.requestId = requestId
        self.advice = advice
        self.applied = applied
        self.changed = changed
    }
}

extension Failure {
    /// The words for any error a service call can end with.
    public init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as IdentityError:
            self.init(
                summary: error.summary, code: error.code, requestId: error.requestId, advice: error.advice)
        default: self.init(summary: "\(error)", advice: "Refresh to try again.")
        }
    }

    /// The same failure with the part of a write that was made before it.
    func having(applied: TagChange) -> Failure {
        Failure(summary: summary, code: code, requestId: requestId, advice: advice, applied: applied)
    }
}
