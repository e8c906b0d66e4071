import AWSClient
import LocalIdentity
import Synchronization

/// Hands requests to the local service without a socket, and plays trouble on the way when told to.
public final class InProcessTransport: HTTPTransport {
    /// What becomes of a request whose answer never comes.
    public enum Loss: Sendable {
        /// It has not reached the service either.
        case onTheWay
        /// The service has done it.
        case onTheWayBack
        /// The service has done it, and nothing gets through from then on.
        case forGood
    }

    private struct State {
        var lost: [String: Loss] = [:]
        var trouble: TransportError?
        var refused: [String: Int] = [:]
        var requests: [String] = []
    }

    private let service: LocalService
    private let state = Mutex(State())

    /// A transport to a service.
    public init(_ service: LocalService) {
        self.service = service
    }

    /// What every request ends with; nil lets them through.
    public var trouble: TransportError? {
        get { state.withLock { $0.trouble } }
        set { state.withLock { $0.trouble = newValue } }
    }

    /// The requests so far: method and path with query, such as `POST /tags?operation=tag-resource`.
    public var requests: [String] { state.withLock { $0.requests } }

    /// Answers requests whose line contains a text with a status instead of passing them on.
    public func refuse(_ text: String, with status: Int?) {
        state.withLock { $0.refused[text] = status }
    }

    /// Loses the answers to requests whose line contains a text.
    public func lose(_ text: String, _ loss: Loss?) {
        state.withLock { $0.lost[text] = loss }
    }

    /// Sends a request to the service. See `HTTPTransport`.
    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let query = request.rawQuery
        let line = "\(request.method.rawValue) \(request.rawPath)\(query.isEmpty ? "" : "?\(query)")"
        let (trouble, status, loss) = state.withLock { state in
            state.requests.append(line)
            return (
                state.trouble, state.refused.first { line.contains($0.key) }?.value,
                state.lost.first { line.contains($0.key) }?.value
            )
        }
        if let trouble { throw trouble }
        if let status {
            return HTTPResponse(
                status: status,
                headers: ["x-amzn-ErrorType": "ForbiddenException", "x-amzn-RequestId": "request-1"])
        }
        guard let loss else { return await service.respond(to: IncomingRequest(request)).response }
        if loss != .onTheWay { _ = await service.respond(to: IncomingRequest(request)) }
        if loss == .forGood { self.trouble = .cannotConnect("127.0.0.1:8080") }
        throw .connectionLost(host: "127.0.0.1", isSent: true)
    }
}
