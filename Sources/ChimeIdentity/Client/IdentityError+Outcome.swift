import AWSClient

extension IdentityError {
    /// Whether the service may have done what was asked for, in the last attempt or in one before it.
    public var leavesOpen: Bool {
        switch self {
        case .transport(.cancelled): false
        case .transport(let error): error.mayHaveBeenSent
        case .undecodableResponse: true
        case .service(let error, _): error.status >= 500 || error.followsOpenAttempt
        case .invalidInput, .configuration, .readOnly, .rehearsed, .repeatedToken: false
        }
    }

    /// Whether the service may still be at it.
    public var mayGoOn: Bool {
        switch self {
        case .transport(.timedOut(_, let isSent)): isSent
        case .service(let error, _): error.status == 504
        default: false
        }
    }

    /// Whether the service says that it does not have what was asked for. It does not tell that from what is forbidden.
    public var isAbsence: Bool { kind == .forbidden || kind == .notFound }
}
