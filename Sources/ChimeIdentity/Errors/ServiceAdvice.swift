import AWSClient

/// What to do about an error that the service answers with.
enum ServiceAdvice {
    /// The codes that AWS's front doors give before the service sees a request.
    private static let expired: Set<String> = [
        "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired",
    ]
    private static let clock: Set<String> = ["RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture"]
    private static let signature: Set<String> = [
        "InvalidSignatureException", "SignatureDoesNotMatch", "UnrecognizedClientException",
        "InvalidClientTokenId", "MissingAuthenticationTokenException", "MissingAuthenticationToken",
        "IncompleteSignatureException", "IncompleteSignature", "AuthFailure",
    ]
    private static let denied: Set<String> = [
        "AccessDenied", "AccessDeniedException", "NotAuthorized", "UnauthorizedOperation",
    ]

    /// One sentence for a person.
    static func sentence(for error: ServiceError, operation: String) -> String {
        switch error.code {
        case _ where expired.contains(error.code): return "The credentials have expired: sign in again."
        case _ where clock.contains(error.code): return "Set this machine's clock, then try again."
        case _ where signature.contains(error.code):
            return "Check the access key, the secret and this machine's clock."
        case _ where denied.contains(error.code): return "Your IAM policy has to allow chime:\(operation)."
        default: break
        }
        if let kind = ErrorKind(code: error.code) { return sentence(for: kind, operation: operation) }
        return switch error.status {
        case 429: throttled
        case 500...: failed
        case _ where error.code.hasPrefix("Throttling"): throttled
        case 401: "Check which account and user your credentials belong to."
        case 403: "Your IAM policy has to allow chime:\(operation)."
        default: "Check the endpoint URL and your permissions."
        }
    }

    private static let throttled = "Wait a little and try again."
    private static let failed = "Try again; see the AWS Health Dashboard if it goes on."

    private static func sentence(for kind: ErrorKind, operation: String) -> String {
        switch kind {
        case .badRequest: "Correct the value and try again."
        case .conflict: "Look at what is there already."
        case .forbidden, .notFound:
            // The operations model no NotFoundException: what does not exist is Forbidden as well.
            "Check that it exists and that your IAM policy allows chime:\(operation)."
        case .resourceLimitExceeded: "Remove what is no longer needed, or ask AWS for a higher quota."
        case .throttledClient: throttled
        case .serviceFailure, .serviceUnavailable: failed
        case .unauthorizedClient: "Check which account and user your credentials belong to."
        }
    }
}
