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
                    let response = try await Self.answer(request, by: channel, with: service)
                    var head = response.head
                    head.headerFields[.date] = dates.text
                    try await writer.write(response: head, body: response.body)
                },
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [RequestDeadline(limit: limit)])),
            configuration: ServerConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in
                // Where no more files can be opened, a connection is not tried for again at once.
                try? await channel.eventLoop.submit {
                    try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler(), position: .first)
                }.get()
                await onListening(channel.localAddress?.port ?? 0)
            },
            eventLoopGroup: loops, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [server],
                gracefulShutdownSignals: ending == .signals ? [.sigterm, .sigint] : [], logger: logger))
        do {
            try await withTaskExecutorPreference(EventLoopExecutor(loops)) { try await group.run() }
        } catch {
            throw CannotListen(
                description:
                    "Cannot listen on \(host):\(port) (\(error)); choose another --port, or --port 0.")
        }
    }

    private static func answer(_ request: Request, by channel: any Channel, with service: LocalService)
        async throws -> Response
    {
        let writer = AnswerWriter(request: request, channel: channel)
        do {
            let body = try await BodyReader.read(request)
            let answer = await service.respond(to: incoming(request, body))
            // The parser takes nothing behind such a request for HTTP.
            let isUpgrade = request.headers[.upgrade] != nil || request.method == .connect
            return isUpgrade ? writer.lastResponse(answer.response) : await writer.response(answer)
        } catch BodyReader.Fault.tooLarge {
            return writer.lastResponse(LocalService.tooLarge())
        } catch BodyReader.Fault.incomplete {
            return writer.lastResponse(LocalService.incomplete())
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
