import AWSClient

/// Why an operation has not succeeded.
public enum IdentityError: Error, Sendable, Hashable {
    /// The service has answered with an error; `kind` is nil for one that its model does not know.
    case service(ServiceError, operation: String)
    /// The input breaks a rule of the service model. Nothing was sent.
    case invalidInput(ValidationFailure, operation: String)
    /// No answer came.
    case transport(TransportError)
    /// Region, endpoint or credentials are missing or wrong. Nothing was sent.
    case configuration(ConfigurationError)
    /// The answer is not what the model says.
    case undecodableResponse(operation: String, requestId: String?)
    /// The client only reads. Nothing was sent.
    case readOnly(operation: String)
    /// The service gave the same NextToken twice, so that following it would never end.
    case repeatedToken(operation: String)
}

extension IdentityError: CustomStringConvertible {
    /// The exception of the service model; nil where it is none.
    public var kind: ErrorKind? {
        guard case .service(let error, _) = self else { return nil }
        return ErrorKind(rawValue: error.code)
    }

    /// The service's error code.
    public var code: String? {
        guard case .service(let error, _) = self else { return nil }
        return error.code
    }

    /// The request id, to be quoted to AWS Support.
    public var requestId: String? {
        switch self {
        case .service(let error, _): error.requestId
        case .undecodableResponse(_, let requestId): requestId
        case .invalidInput, .transport, .configuration, .readOnly, .repeatedToken: nil
        }
    }

    /// What has happened, in one sentence.
    public var summary: String {
        switch self {
        case .service(let error, let operation):
            "\(operation) was refused: \(Self.sentence(error.message))"
        case .invalidInput(let failure, _): failure.description
        case .transport(let error): error.description
        case .configuration(let error): error.description
        case .undecodableResponse(let operation, _):
            "The answer to \(operation) is not what the service's model says."
        case .readOnly(let operation): "\(operation) was not sent: this session is read-only."
        case .repeatedToken(let operation): "\(operation) gave the same page twice."
        }
    }

    /// What to do next, in one sentence; empty where the summary says it.
    public var advice: String {
        switch self {
        case .service(let error, let operation): Self.advice(for: error, operation: operation)
        case .invalidInput: "Correct the value and try again."
        case .transport(.tls):
            "Check the endpoint URL, or set AWS_CA_BUNDLE to the certificate of your proxy."
        case .transport(.proxy): "Check HTTPS_PROXY and HTTP_PROXY."
        case .transport: "Check the network and the endpoint URL, then try again."
        case .configuration: ""
        case .undecodableResponse: "Check that the endpoint URL is that of Amazon Chime SDK Identity."
        case .readOnly: "Start again without --read-only to change things."
        case .repeatedToken: "Try again; report it if it happens twice."
        }
    }

    /// The summary with the advice.
    public var description: String { advice.isEmpty ? summary : "\(summary) \(advice)" }

    private static func sentence(_ text: String) -> String {
        guard let last = text.last, !".!?".contains(last) else { return text }
        return text + "."
    }

    private static let expiredCodes: Set<String> = [
        "ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired",
    ]
    private static let signatureCodes: Set<String> = [
        "InvalidSignatureException", "SignatureDoesNotMatch", "UnrecognizedClientException",
        "InvalidClientTokenId", "MissingAuthenticationTokenException", "IncompleteSignatureException",
    ]

    private static func advice(for error: ServiceError, operation: String) -> String {
        if expiredCodes.contains(error.code) { return "The credentials have expired: sign in again." }
        if signatureCodes.contains(error.code) {
            return "Check the access key, the secret and this machine's clock."
        }
        return switch ErrorKind(rawValue: error.code) {
        case .badRequest: "Correct the value and try again."
        case .conflict: "Look at what is there already."
        case .forbidden, .notFound:
            "Check that it exists and that your IAM policy allows chime:\(operation)."
        case .resourceLimitExceeded: "Remove what is no longer needed, or ask AWS for a higher quota."
        case .throttledClient: "Wait a little and try again."
        case .serviceFailure, .serviceUnavailable: "Try again; see the AWS Health Dashboard if it goes on."
        case .unauthorizedClient: "Check which account and user your credentials belong to."
        case nil:
            error.status >= 500
                ? "Try again; see the AWS Health Dashboard if it goes on."
                : "Check the endpoint URL and your permissions."
        }
    }
}
