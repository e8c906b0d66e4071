import AWSClient
import ChimeIdentity
import Foundation
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
        /// The region of the ARNs it makes.
        public var region: String
        /// The account of the ARNs it makes.
        public var account: String

        /// A configuration; the defaults are those that the documentation names.
        public init(
            accessKeyId: String = "local", secretAccessKey: String = "local", region: String = "us-east-1",
            account: String = "111122223333"
        ) {
            self.accessKeyId = accessKeyId
            self.secretAccessKey = secretAccessKey
            self.region = region
            self.account = account
        }
    }

    /// The largest body that is read, in bytes. The largest valid input is far smaller.
    static let bodyLimit = 1_048_576

    private let router = OperationRouter()
    private let authenticator: RequestAuthenticator
    private let handlers: HandlerTable
    private let control: ControlDesk
    private let logger: Logger
    private let now: @Sendable () -> Date

    /// A service on a store.
    ///
    /// - Parameter now: The clock.
    public init(
        store: Store, configuration: Configuration = Configuration(),
        now: @escaping @Sendable () -> Date = { Date() },
        logger: Logger = Logger(label: "carillon.local") { _ in SwiftLogNoOpLogHandler() }
    ) {
        authenticator = RequestAuthenticator(
            accessKeyId: configuration.accessKeyId, secretAccessKey: configuration.secretAccessKey, now: now)
        let context = HandlerContext(
            store: store, region: configuration.region, account: configuration.account, now: now)
        handlers = HandlerTable(context)
        control = ControlDesk(context: context)
        self.logger = logger
        self.now = now
    }

    /// Answers a request.
    public func respond(to request: IncomingRequest) async -> HTTPResponse {
        let started = now()
        let requestId = UUID().uuidString.lowercased()
        var operation = "unknown"
        var response: HTTPResponse
        do {
            if request.rawPath.hasPrefix(ControlDesk.prefix) {
                operation = "control"
                response = try await control.respond(to: request)
            } else {
                try authenticator.authenticate(request)
                let match = try router.match(request)
                operation = match.descriptor.name
                let body = try await handlers.handle(match)
                response = HTTPResponse(status: match.descriptor.successStatus, body: body ?? Data())
                if body != nil { response.headers["Content-Type"] = "application/json" }
            }
        } catch let fault as ServiceFault {
            response = fault.response()
        } catch {
            // What SQLite says may quote values, which must not reach a log or a client.
            logger.error("failed", metadata: ["operation": "\(operation)", "error": "\(type(of: error))"])
            response = ServiceFault(.serviceFailure, "The local service could not use its database.")
                .response()
        }
        response.headers["x-amzn-RequestId"] = requestId
        logger.debug(
            "\(operation)",
            metadata: [
                "status": "\(response.status)", "request-id": "\(requestId)",
                "ms": "\(Int(now().timeIntervalSince(started) * 1000))",
            ])
        return response
    }

    /// The answer to a body that is too large to be read.
    static func tooLarge() -> HTTPResponse {
        ServiceFault(
            type: "RequestEntityTooLargeException", status: 413,
            "The body is larger than \(bodyLimit / 1_048_576) MiB."
        ).response()
    }
}
