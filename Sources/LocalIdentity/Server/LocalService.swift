import AWSClient
import ChimeIdentity
import Foundation
import GRDB
import Logging

/// Amazon Chime SDK Identity on this machine: the endpoint, tag, AppInstance and AppInstanceUser operations,
/// as strict as the service's model. Has no socket; see `LocalServer`.
public struct LocalService: Sendable {
    /// What a service is started with.
    public struct Configuration: Sendable {
        /// The access key id that requests must be signed with.
        public var accessKeyId: String
        /// The secret access key that requests must be signed with.
        public var secretAccessKey: String
        /// The region of the ARNs it makes and of the signatures it accepts.
        public var region: String
        /// The account of the ARNs it makes.
        public var account: String
        /// The limits of the account that can be switched on.
        public var quotas: Quotas

        /// A configuration; the defaults are those that the documentation names.
        public init(
            accessKeyId: String = "local", secretAccessKey: String = "local", region: String = "us-east-1",
            account: String = "111122223333", quotas: Quotas = .none
        ) {
            self.accessKeyId = accessKeyId
            self.secretAccessKey = secretAccessKey
            self.region = region
            self.account = account
            self.quotas = quotas
        }
    }

    /// The largest body that is read, in bytes. The largest valid input is far smaller.
    static let bodyLimit = 1_048_576

    private let router = OperationRouter()
    private let requestIds = RequestIds()
    private let authenticator: RequestAuthenticator
    private let handlers: HandlerTable
    private let control: ControlDesk
    private let rates: RequestRates
    private let faults: FaultInjector
    private let logger: Logger
    private let now: @Sendable () -> Date

    /// A service on a store.
    ///
    /// - Parameters:
    ///   - faults: What goes wrong on request.
    ///   - now: The clock.
    public init(
        store: Store, configuration: Configuration = Configuration(), faults: FaultInjector = FaultInjector(),
        now: @escaping @Sendable () -> Date = { Date() },
        logger: Logger = Logger(label: "carillon.local") { _ in SwiftLogNoOpLogHandler() }
    ) {
        authenticator = RequestAuthenticator(
            accessKeyId: configuration.accessKeyId, secretAccessKey: configuration.secretAccessKey,
            region: configuration.region, now: now)
        let context = HandlerContext(
            store: store, region: configuration.region, account: configuration.account,
            quotas: configuration.quotas, now: now)
        handlers = HandlerTable(context)
        control = ControlDesk(context: context, faults: faults)
        rates = RequestRates(configuration.quotas)
        self.faults = faults
        self.logger = logger
        self.now = now
    }

    /// Answers a request.
    public func respond(to request: IncomingRequest) async -> Answer {
        let started = now()
        let requestId = requestIds.next()
        var operation = "unknown"
        var answer: Answer
        do {
            if request.rawPath.hasPrefix(ControlDesk.prefix) {
                operation = "control"
                answer = Answer(try await control.respond(to: request))
            } else {
                try authenticator.authenticate(request)
                let match = try router.match(request)
                operation = match.descriptor.name
                try rates.admit(operation)
                answer = try await carryOut(match)
            }
        } catch {
            answer = Answer(refusal(error, of: operation))
        }
        answer.response.headers["x-amzn-RequestId"] = requestId
        logger.debug(
            "\(operation)",
            metadata: [
                "status": "\(answer.response.status)", "request-id": "\(requestId)",
                "ms": "\(Int(now().timeIntervalSince(started) * 1000))",
            ])
        return answer
    }

    /// Carries out an operation, unless a fault is to be played instead.
    private func carryOut(_ match: OperationRouter.Match) async throws -> Answer {
        let mishap = faults.mishap(of: match.descriptor.name)
        if mishap.delay > .zero { await FaultPause.wait(mishap.delay) }
        switch mishap.ending {
        case .refused(let fault): throw fault
        case .lostBefore: return Answer(HTTPResponse(status: 500), delivery: .dropped)
        case .delivered(let delivery): return Answer(await outcome(of: match), delivery: delivery)
        }
    }

    /// What an operation comes to, be it a refusal.
    private func outcome(of match: OperationRouter.Match) async -> HTTPResponse {
        do {
            let body = try await handlers.handle(match)
            var response = HTTPResponse(status: match.descriptor.successStatus, body: body ?? Data())
            if body != nil { response.headers["Content-Type"] = "application/json" }
            return response
        } catch {
            return refusal(error, of: match.descriptor.name)
        }
    }

    private func refusal(_ error: any Error, of operation: String) -> HTTPResponse {
        if let fault = error as? ServiceFault { return fault.response() }
        // What SQLite says may quote values, which must not reach a log or a client.
        let reason =
            (error as? DatabaseError).map { "could not use its database: \($0.resultCode)" }
            ?? "failed: \(type(of: error))"
        logger.error("failed", metadata: ["operation": "\(operation)", "error": "\(reason)"])
        return ServiceFault(.serviceFailure, "The local service \(reason).").response()
    }

    /// The answer to a body that is too large to be read.
    static func tooLarge() -> HTTPResponse {
        ServiceFault(
            type: "RequestEntityTooLargeException", status: 413,
            "The body is larger than \(bodyLimit / 1_048_576) MiB."
        ).response()
    }
}
