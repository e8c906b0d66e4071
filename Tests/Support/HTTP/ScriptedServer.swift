import Foundation
import Synchronization

/// A server on 127.0.0.1 that plays scripted answers, one for each request, in the order of their arrival.
///
/// It speaks just enough HTTP/1.1 to tell requests apart, so that a script can also do what no well-behaved
/// server does.
public final class ScriptedServer: Sendable {
    /// What the server does with a request.
    public enum Answer: Sendable {
        /// A whole response, after which the connection is kept.
        case response(status: Int, headers: [String] = [], body: Data = Data())
        /// Bytes as they are, after which the connection is kept.
        case bytes(Data)
        /// Bytes as they are, after which the connection is closed; none at all for an empty value.
        case bytesThenClose(Data)
        /// Nothing, until the other side closes.
        case silence
    }

    /// What has happened to the server.
    public enum Event: Sendable, Equatable {
        /// A request has arrived; connections are counted from 1.
        case received(ReceivedRequest, connection: Int)
        /// The other side has closed a connection.
        case closed(connection: Int)
    }

    private let stage: Stage
    /// The port.
    public let port: Int
    /// What happens, for one reader.
    public let events: AsyncStream<Event>

    /// A server that listens.
    public init(_ script: [Answer]) throws {
        let listener = try LoopbackSocket.listening(backlog: 128)
        port = listener.port
        let (events, continuation) = AsyncStream.makeStream(of: Event.self)
        self.events = events
        let stage = Stage(script: script, listener: listener, events: continuation)
        self.stage = stage
        Thread.detachNewThread { stage.acceptConnections() }
    }

    deinit {
        stage.close()
    }

    /// The URL without a path.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// The requests so far.
    public var requests: [ReceivedRequest] { stage.requests }

    /// How many connections there have been.
    public var connectionCount: Int { stage.connectionCount }

    /// Waits for an event.
    public func wait(for isAwaited: @Sendable (Event) -> Bool) async {
        for await event in events where isAwaited(event) { return }
    }
}

/// The part of the server that its threads hold on to.
private final class Stage: Sendable {
    private struct State {
        var script: [ScriptedServer.Answer]
        var requests: [ReceivedRequest] = []
        var connections: [LoopbackSocket] = []
        var isClosed = false
    }

    private let state: Mutex<State>
    private let listener: LoopbackSocket
    private let events: AsyncStream<ScriptedServer.Event>.Continuation

    init(
        script: [ScriptedServer.Answer], listener: LoopbackSocket,
        events: AsyncStream<ScriptedServer.Event>.Continuation
    ) {
        state = Mutex(State(script: script))
        self.listener = listener
        self.events = events
    }

    var requests: [ReceivedRequest] { state.withLock { $0.requests } }
    var connectionCount: Int { state.withLock { $0.connections.count } }

    func close() {
        state.withLock { state in
            state.isClosed = true
            for connection in state.connections { connection.shutDown() }
        }
        listener.shutDown()
    }

    func acceptConnections() {
        while let connection = listener.accepted() {
            let number = state.withLock { state -> Int? in
                guard !state.isClosed else { return nil }
                state.connections.append(connection)
                return state.connections.count
            }
            guard let number else { break }
            Thread.detachNewThread { self.serve(connection, number: number) }
        }
        events.finish()
    }

    private func serve(_ connection: LoopbackSocket, number: Int) {
        var buffer = Data()
        while let request = Self.nextRequest(from: connection, &buffer) {
            let answer = state.withLock { state in
                state.requests.append(request)
                return state.script.isEmpty
                    ? .response(status: 500, body: Data("the script has ended".utf8))
                    : state.script.removeFirst()
            }
            events.yield(.received(request, connection: number))
            switch answer {
            case .response(let status, let headers, let body):
                let lines =
                    ["HTTP/1.1 \(status) Scripted"] + headers + ["Content-Length: \(body.count)", "", ""]
                connection.write(Data(lines.joined(separator: "\r\n").utf8) + body)
            case .bytes(let bytes): connection.write(bytes)
            case .bytesThenClose(let bytes):
                connection.write(bytes)
                connection.shutDown()
                return
            case .silence: break
            }
        }
        events.yield(.closed(connection: number))
    }

    private static func nextRequest(from connection: LoopbackSocket, _ buffer: inout Data) -> ReceivedRequest?
    {
        let separator = Data("\r\n\r\n".utf8)
        while true {
            if let end = buffer.range(of: separator) {
                let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                let length =
                    ReceivedRequest(head: head, body: Data()).values(of: "Content-Length").first.flatMap(
                        Int.init)
                    ?? 0
                let body = buffer[end.upperBound...]
                if body.count >= length {
                    buffer = Data(body.dropFirst(length))
                    return ReceivedRequest(head: head, body: Data(body.prefix(length)))
                }
            }
            guard let bytes = connection.read() else { return nil }
            buffer += bytes
        }
    }
}
