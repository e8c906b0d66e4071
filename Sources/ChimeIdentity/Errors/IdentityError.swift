import AWSClient

/// Why an operation has not succeeded.
public enum IdentityError: Error, Sendable, Hashable {
    /// The service has answered with an error; `kind` is nil for one that its model does not know.
    case service(ServiceError, operation: String)
    /// The input breaks a rule of the service model. Nothing was sent.
    case invalidInput(ValidationFailure, operation: String)
    /// No answer came, or the task was cancelled before it could.
    case transport(TransportError)
    /// Region, endpoint or credentials are missing or wrong. Nothing was sent.
    case configuration(ConfigurationError)
    /// The answer is not what the model says. `reason` names the member at fault, never its value.
    case undecodableResponse(operation: String, requestId: String?, reason: String)
    /// The client only reads. Nothing was sent.
    case readOnly(operation: String)
    /// The client only rehearses. Nothing was sent; `request` is the method and the path that would have been.
    case rehearsed(operation: String, request: String)
    /// The service gave the same NextToken twice, so that following it would never end.
    case repeatedToken(operation: String)
}

extension IdentityError: CustomStringConvertible {
    /// The exception of the service model; nil where it is none.
    public var kind: ErrorKind? {
        guard case .service(let error, _) = self else { return nil }
        return ErrorKind(code: error.code)
    }

    /// The service's error code.
    public var code: String? {
        guard case .service(let error, _) = self else { return nil }
        return error.code
    }

    /// The HTTP status of the service's answer.
    public var status: Int? {
        guard case .service(let error, _) = self else { return nil }
        return error.status
    }

    /// The request id, to be quoted to AWS Support.
    public var requestId: String? {
        switch self {
        case .service(let error, _): error.requestId
        case .undecodableResponse(_, let requestId, _): requestId
        case .invalidInput, .transport, .configuration, .readOnly, .rehearsed, .repeatedToken: nil
        }
    }

    /// What has happened, in one sentence.
    public var summary: String {
        switch self {
        case .service(let error, let operation):
            "\(operation) \(error.status >= 500 ? "failed" : "was refused"): \(Self.sentence(error.message))"
        case .invalidInput(let failure, _): failure.description
        case .transport(let error): error.description
        case .configuration(let error): error.description
        case .undecodableResponse(let operation, _, let reason):
            "The answer to \(operation) is not what the service's model says: \(reason)."
        case .readOnly(let operation): "\(operation) was not sent: this session is read-only."
        case .rehearsed(let operation, let request): "Would send \(operation): \(request)."
        case .repeatedToken(let operation): "\(operation) gave the same page twice."
        }
    }

    /// What to do next, in one sentence; empty where the summary says it.
    public var advice: String {
        switch self {
        case .service(let error, let operation): ServiceAdvice.sentence(for: error, operation: operation)
        case .invalidInput: "Correct the value and try again."
        case .transport(.cancelled), .configuration, .rehearsed: ""
        case .transport(.tls):
            "Check the endpoint URL, or set AWS_CA_BUNDLE to the certificate of your proxy."
        case .transport(.proxy): "Check HTTPS_PROXY and HTTP_PROXY."
        case .transport: "Check the network and the endpoint URL, then try again."
        case .undecodableResponse: "Check that the endpoint URL is that of Amazon Chime SDK Identity."
        case .readOnly:
            "Start again without --read-only, and without read_only in config.yaml, to change things."
        case .repeatedToken: "Try again; report it if it happens twice."
        }
    }

    /// The summary with the advice.
    public var description: String { advice.isEmpty ? summary : "\(summary) \(advice)" }

    private static func sentence(_ text: String) -> String {
        guard let last = text.last, !".!?".contains(last) else { return text }
        return text + "."
    }
}
