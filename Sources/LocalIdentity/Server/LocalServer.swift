import AWSClient
import Foundation
import HTTPTypes
import Hummingbird
import Logging

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

    private let service: LocalService
    private let host: String
    private let port: Int

    /// A server; it does nothing until it runs.
    ///
    /// - Parameter port: The port to listen on; 0 lets the system choose one.
    public init(service: LocalService, host: String = "127.0.0.1", port: Int) {
        self.service = service
        self.host = host
        self.port = port
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
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                await Self.answer(request, with: service)
            },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "carillon.http") { _ in SwiftLogNoOpLogHandler() })
        do {
            switch ending {
            case .signals: try await application.runService()
            case .cancellation: try await application.run()
            }
        } catch {
            throw CannotListen(
                description:
                    "Cannot listen on \(host):\(port) (\(error)); choose another --port, or --port 0.")
        }
    }

    private static func answer(_ request: Request, with service: LocalService) async -> Response {
        var request = request
        let response: AWSClient.HTTPResponse
        do {
            let body = try await request.collectBody(upTo: LocalService.bodyLimit)
            response = await service.respond(to: incoming(request, body))
        } catch {
            response = LocalService.tooLarge()
        }
        var fields = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return Response(
            status: HTTPTypes.HTTPResponse.Status(code: response.status), headers: fields,
            body: response.body.isEmpty
                ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }

    private static func incoming(_ request: Request, _ body: ByteBuffer) -> IncomingRequest {
        var headers = HTTPHeaders()
        if let authority = request.head.authority { headers.add(name: "host", value: authority) }
        for field in request.headers { headers.add(name: field.name.rawName, value: field.value) }
        return IncomingRequest(
            method: request.method.rawValue, target: request.head.path ?? "/", headers: headers,
            body: Data(body.readableBytesView))
    }
}
