/// Why no response came.
public enum TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The task was cancelled.
    case cancelled
    /// The host's name has no address.
    case unknownHost(String)
    /// The host could not be connected to.
    case cannotConnect(String)
    /// Nothing came in time; `isSent` says whether the request may have reached the service.
    case timedOut(host: String, isSent: Bool)
    /// The connection broke; `isSent` says whether the request may have reached the service.
    case connectionLost(host: String, isSent: Bool)
    /// TLS failed, such as for a certificate that nobody vouches for.
    case tls(host: String, reason: String)
    /// The proxy could not be used.
    case proxy(String)
    /// The response was larger than a response of the service can be.
    case responseTooLarge(limit: Int)
    /// libcurl could not be loaded.
    case noLibrary(String)
    /// Something else that libcurl reports.
    case other(String)

    /// Whether the service may have received the request.
    public var mayHaveBeenSent: Bool {
        switch self {
        case .cancelled, .responseTooLarge, .other: true
        case .timedOut(_, let isSent), .connectionLost(_, let isSent): isSent
        case .unknownHost, .cannotConnect, .tls, .proxy, .noLibrary: false
        }
    }

    /// The error of a request that an attempt before this one may have brought to the service.
    var butSentBefore: TransportError {
        switch self {
        case .unknownHost(let host), .cannotConnect(let host), .timedOut(let host, false),
            .connectionLost(let host, false), .tls(let host, _):
            .connectionLost(host: host, isSent: true)
        case .cancelled, .timedOut, .connectionLost, .proxy, .responseTooLarge, .noLibrary, .other: self
        }
    }

    /// Whether another attempt may go better.
    public var isTransient: Bool {
        switch self {
        case .unknownHost, .cannotConnect, .timedOut, .connectionLost: true
        case .cancelled, .tls, .proxy, .responseTooLarge, .noLibrary, .other: false
        }
    }

    /// One sentence for a person.
    public var description: String {
        switch self {
        case .cancelled: "The request was cancelled."
        case .unknownHost(let host): "The host \(host) has no address."
        case .cannotConnect(let host): "Cannot connect to \(host): nothing answers there."
        case .timedOut(let host, _): "\(host) did not answer in time."
        case .connectionLost(let host, _): "The connection to \(host) broke."
        case .tls(let host, let reason): "No secure connection to \(host): \(reason)."
        case .proxy(let reason): "The proxy cannot be used: \(reason)."
        case .responseTooLarge(let limit): "The response is larger than \(limit / 1_048_576) MiB."
        case .noLibrary(let reason):
            "libcurl cannot be used: \(reason). Install it, such as with apt-get install libcurl4."
        case .other(let reason): "The request failed: \(reason)."
        }
    }
}
