import AWSClient
import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Serves a `LocalService` over HTTP.
public struct LocalServer: Sendable {
    /// The server could not listen, and what to do about it.
    public struct CannotListen: Error, CustomStringConvertible {
        /// One sentence for a person.
        public let description: String

        /// An error of the given words.
        public init(description: String) {
            self.description = description
        }
    }

    /// How long a request may take to arrive, from its first byte to its last, unless told otherwise.
    public static let standardRequestTimeout = Duration.seconds(30)

    private let service: LocalService
    private let host: String
    private let port: Int
    private let requestTimeout: Duration

    /// A server; it does nothing until it runs.
    ///
    /// - Parameters:
    ///   - port: The port to listen on; 0 lets the system choose one.
    ///   - requestTimeout: How long a request may take to arrive.
    public init(
        service: LocalService, host: String = "127.0.0.1", port: Int,
        requestTimeout: Duration = standardRequestTimeout
    ) {
        self.service = service
        self.host = host
        self.port = port
        self.requestTimeout = requestTimeout
    }

    /// Tells Hummingbird to close a connection.
    private struct ConnectionEnds: Error {}

    /// Who ends the server.
    public enum Ending: Sendable {
        /// SIGTERM and SIGINT, after the requests under way have been answered.
        case signals
        /// The cancellation of the task that runs it.
        case cancellation
    }

    /// Serves until it is ended.
    ///
    /// - Parameter onListening: Called with the port once connections are accepted.
    /// - Throws: `CannotListen`.
    public func run(until ending: Ending, onListening: @escaping @Sendable (Int) async -> Void) async throws {
        let service = service
        let dates = DateHeader()
        let limit = TimeAmount(requestTimeout)
        let loops = MultiThreadedEventLoopGroup.singleton
        let logger = Logger(label: "carillon.http") { _ in SwiftLogNoOpLogHandler() }
        let server = Server(
            childChannelSetup: HTTP1Channel(
                responder: { request, writer, channel in
                    try await Self.answer(request, writer, channel, by: service, dates)
                },
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [RequestDeadline(limit: limit)])),
            configuration: ServerConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) },
            eventLoopGroup: loops, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [server],
                gracefulShutdownSignals: ending == .signals ? [.sigterm, .sigint] : [], logger: logger))
        do {
            try await withTaskExecutorPreference(EventLoopExecutor(loops)) { try await group.run() }
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CannotListen(
                description:
                    "Port \(port) of \(host) is in use by another program; give another --port, or --port 0.")
        } catch {
            throw CannotListen(
                description:
                    "Cannot listen on \(host):\(port) (\(error)); choose another --port, or --port 0.")
        }
    }

    private static func answer(
        _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel,
        by service: LocalService, _ dates: DateHeader
    ) async throws {
        var body = BodyReader(request)
        var (answer, isLast) = try await answer(request, &body, by: service)
        if isLast { answer.response.headers["Connection"] = "close" }
        answer.response.headers["Date"] = dates.text
        let response = await AnswerWriter(channel: channel).response(answer)
        try await writer.write(response: response.head, body: response.body)
        guard isLast else { return }
        // The client need not wait, and what it still sends does not take the answer away from it (RFC 9112,
        // section 9.6).
        try? await channel.close(mode: .output)
        await body.discardRemainder()
        throw ConnectionEnds()
    }

    /// The answer to a request, and whether it is the last one: where what else comes by the connection is not known
    /// to be a request.
    private static func answer(_ request: Request, _ body: inout BodyReader, by service: LocalService)
        async throws -> (Answer, isLast: Bool)
    {
        do {
            let content = try await body.read()
            // The parser takes nothing behind an upgrade for HTTP.
            let isUpgrade = request.headers[.upgrade] != nil || request.method == .connect
            return (await service.respond(to: incoming(request, content)), isUpgrade)
        } catch is BodyReader.TooLarge {
            return (Answer(LocalService.tooLarge()), true)
        }
    }

    private static func incoming(_ request: Request, _ body: Data) -> IncomingRequest {
        var headers = HTTPHeaders()
        if let authority = request.head.authority { headers.add(name: "host", value: authority) }
        for field in request.headers { headers.add(name: field.name.rawName, value: field.value) }
        return IncomingRequest(
            method: request.method.rawValue, target: request.head.path ?? "/", headers: headers, body: body)
    }
}
