/// An exception of the service model.
public enum ErrorKind: String, Sendable, Equatable, CaseIterable {
    /// The request breaks a rule of the model.
    case badRequest = "BadRequestException"
    /// The request clashes with what is there.
    case conflict = "ConflictException"
    /// The caller may not, or the thing does not exist: the endpoint operations do not tell these apart.
    case forbidden = "ForbiddenException"
    /// The thing does not exist. The operations that Carillon speaks do not model it.
    case notFound = "NotFoundException"
    /// A quota is used up.
    case resourceLimitExceeded = "ResourceLimitExceededException"
    /// The service failed.
    case serviceFailure = "ServiceFailureException"
    /// The service is not there for now.
    case serviceUnavailable = "ServiceUnavailableException"
    /// Too many requests in a second.
    case throttledClient = "ThrottledClientException"
    /// The caller is not who it says it is.
    case unauthorizedClient = "UnauthorizedClientException"

    /// The HTTP status the model gives the exception.
    public var status: Int {
        switch self {
        case .badRequest, .resourceLimitExceeded: 400
        case .unauthorizedClient: 401
        case .forbidden: 403
        case .notFound: 404
        case .conflict: 409
        case .throttledClient: 429
        case .serviceFailure: 500
        case .serviceUnavailable: 503
        }
    }

    /// The value of the `Code` member of the error's body, from the model's `ErrorCode` enumeration.
    public var code: String {
        switch self {
        case .badRequest: "BadRequest"
        case .conflict: "Conflict"
        case .forbidden: "Forbidden"
        case .notFound: "NotFound"
        case .resourceLimitExceeded: "ResourceLimitExceeded"
        case .serviceFailure: "ServiceFailure"
        case .serviceUnavailable: "ServiceUnavailable"
        case .throttledClient: "Throttled"
        case .unauthorizedClient: "Unauthorized"
        }
    }

    /// The exception with this name or code: `ForbiddenException` in the error's header, `Forbidden` in its body.
    public init?(code: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue == code || $0.code == code }) else {
            return nil
        }
        self = kind
    }
}
