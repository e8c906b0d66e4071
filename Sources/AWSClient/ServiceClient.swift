import Foundation
import Logging

/// A request to a service, before it has an endpoint and a signature.
public struct ServiceRequest: Sendable, Equatable {
    /// The operation's name. It may be logged; nothing else of the request may.
    public var operation: String
    /// The method.
    public var method: HTTPMethod
    /// The path, percent-encoded once.
    public var path: String
    /// The query.
    public var query: [QueryItem]
    /// Header fields besides those of the transport and the signature. A body without a `Content-Type` is JSON.
    public var headers: HTTPHeaders
    /// The body; nil for none.
    public var body: Data?
    /// Whether it may be sent again after its answer was lost.
    public var repeatability: Repeatability

    /// A request.
    public init(
        operation: String, method: HTTPMethod, path: String, query: [QueryItem] = [],
        headers: HTTPHeaders = HTTPHeaders(), body: Data? = nil, repeatability: Repeatability
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.repeatability = repeatability
    }
}

/// Sends requests to one service, signed where it wants that, and retries what may be retried. Every attempt is
/// signed afresh.
public struct ServiceClient: Sendable {
    /// What a client does to the world besides sending; replaced in tests.
    public struct Surroundings: Sendable {
        /// The clock.
        public var now: @Sendable () -> Date
        /// A number from 0 up to 1.
        public var random: @Sendable () -> Double
        /// Waits for a number of seconds; ends early with `CancellationError` when the task is cancelled.
        public var sleep: @Sendable (TimeInterval) async throws -> Void

        /// The real clock, randomness and waiting, unless given.
        public init(
            now: @escaping @Sendable () -> Date = { Date() },
            random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
            sleep: @escaping @Sendable (TimeInterval) async throws -> Void = {
                try await CancellableWait.seconds($0)
            }
        ) {
            self.now = now
            self.random = random
            self.sleep = sleep
        }
    }

    /// How requests are signed.
    private struct Signing: Sendable {
        let credentials: CredentialChain
        let region: String
        let name: String
    }

    private let transport: any HTTPTransport
    private let signing: Signing?
    private let endpoint: EndpointURL
    private let policy: RetryPolicy
    private let budget = RetryBudget()
    private let skew = ClockSkew()
    private let rate: SendRateLimiter?
    private let surroundings: Surroundings
    private let logger: Logger

    /// A client for one service in one region, whose requests are signed.
    ///
    /// - Parameter signingName: The service's name in signatures, such as `chime`.
    public init(
        transport: any HTTPTransport, credentials: CredentialChain, region: String, endpoint: EndpointURL,
        signingName: String, policy: RetryPolicy = RetryPolicy(),
        surroundings: Surroundings = Surroundings(),
        logger: Logger = Logger(label: "carillon.service") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.init(
            transport, endpoint, Signing(credentials: credentials, region: region, name: signingName), policy,
            surroundings, logger)
    }

    /// A client for one service whose requests are not signed.
    public init(
        transport: any HTTPTransport, unsignedTo endpoint: EndpointURL, policy: RetryPolicy = RetryPolicy(),
        surroundings: Surroundings = Surroundings(),
        logger: Logger = Logger(label: "carillon.service") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.init(transport, endpoint, nil, policy, surroundings, logger)
    }

    private init(
        _ transport: any HTTPTransport, _ endpoint: EndpointURL, _ signing: Signing?, _ policy: RetryPolicy,
        _ surroundings: Surroundings, _ logger: Logger
    ) {
        self.transport = transport
        self.endpoint = endpoint
        self.signing = signing
        self.policy = policy
        rate = policy.mode == .adaptive ? SendRateLimiter(now: surroundings.now) : nil
        self.surroundings = surroundings
        self.logger = logger
    }

    /// Sends a request until it succeeds or another attempt makes no sense.
    ///
    /// - Returns: A response with a status of 2xx.
    /// - Throws: `ServiceError`, `TransportError` or `ConfigurationError`.
    public func send(_ request: ServiceRequest) async throws -> HTTPResponse {
        var attempt = 1
        var sent = 0
        var lastCost = 1
        var hasCorrectedClock = false
        var mayHaveArrived = false
        while true {
            if let wait = rate?.reserve(), wait > 0 { try await self.wait(wait) }
            sent += 1
            let signer = try await signer()
            // Looking for credentials may take long: the date comes after it.
            let signed = skew.correct(surroundings.now())
            let outcome = await sendOnce(request, attempt: sent, signer: signer, signedAt: signed)
            let (error, cause): (any Error, RetryPolicy.Cause)
            switch outcome {
            case .success(let response) where (200..<300).contains(response.status):
                budget.giveBack(lastCost)
                rate?.record(nil)
                return response
            case .success(let response):
                var serviceError = ServiceError(response)
                serviceError.attempts = sent
                serviceError.followsOpenAttempt = mayHaveArrived
                let now = surroundings.now()
                if !hasCorrectedClock,
                    skew.learn(from: serviceError, headers: response.headers, signed: signed, now: now)
                {
                    hasCorrectedClock = true
                    continue
                }
                mayHaveArrived = mayHaveArrived || serviceError.status >= 500
                error = serviceError
                cause = RetryPolicy.Cause(
                    serviceError, headers: response.headers, repeatability: request.repeatability, now: now)
            case .failure(let transportError):
                // Whoever changes something has to know that an attempt before may have done it.
                error =
                    mayHaveArrived && request.method != .get ? transportError.butSentBefore : transportError
                mayHaveArrived = mayHaveArrived || transportError.mayHaveBeenSent
                cause = RetryPolicy.Cause(transportError, repeatability: request.repeatability)
            }
            rate?.record(cause)
            guard let delay = policy.delay(after: cause, attempt: attempt, random: surroundings.random())
            else {
                throw error
            }
            lastCost = RetryBudget.cost(of: cause)
            guard budget.take(lastCost) else { throw error }
            try await wait(delay)
            attempt += 1
        }
    }

    /// Whose keys have signed: the ARN that AWS has named with them, or their access key id; nil where requests are not
    /// signed or no keys have been found so far.
    public func principal() async -> String? {
        let keys = await signing?.credentials.lastFound?.credentials
        return keys.map { $0.principal ?? $0.accessKeyId }
    }

    private func wait(_ seconds: TimeInterval) async throws(TransportError) {
        do {
            try await surroundings.sleep(seconds)
        } catch {
            throw TransportError.cancelled
        }
    }

    private func signer() async throws -> SigV4Signer? {
        guard let signing else { return nil }
        do {
            let keys = try await signing.credentials.credentials().credentials
            return SigV4Signer(credentials: keys, region: signing.region, service: signing.name)
        } catch is CancellationError {
            throw TransportError.cancelled
        }
    }

    private func sendOnce(
        _ request: ServiceRequest, attempt: Int, signer: SigV4Signer?, signedAt date: Date
    ) async -> Result<HTTPResponse, TransportError> {
        var message = HTTPRequest(
            method: request.method, endpoint: endpoint, path: request.path, query: request.query,
            headers: request.headers, body: request.body, repeatability: request.repeatability)
        if request.body != nil, message.headers["Content-Type"] == nil {
            message.headers["Content-Type"] = "application/json"
        }
        message = signer?.sign(message, at: date) ?? message
        let started = surroundings.now()
        let result: Result<HTTPResponse, TransportError>
        do throws(TransportError) {
            result = .success(try await transport.send(message))
        } catch {
            result = .failure(error)
        }
        log(request, attempt, result, since: started)
        return result
    }

    /// A request id that may stand in a log: one without anything that could be taken for a line of its own.
    private static func loggable(_ requestId: String?) -> String {
        guard let requestId, requestId.utf8.count <= 128 else { return "none" }
        return requestId.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    private func log(
        _ request: ServiceRequest, _ attempt: Int, _ result: Result<HTTPResponse, TransportError>,
        since started: Date
    ) {
        let milliseconds = Int(surroundings.now().timeIntervalSince(started) * 1000)
        var metadata: Logger.Metadata = ["attempt": "\(attempt)", "ms": "\(milliseconds)"]
        switch result {
        case .success(let response):
            metadata["status"] = "\(response.status)"
            metadata["request-id"] = "\(Self.loggable(ServiceError.requestId(of: response)))"
        case .failure(let error):
            metadata["error"] = "\(error)"
        }
        logger.debug("\(request.operation)", metadata: metadata)
    }
}
