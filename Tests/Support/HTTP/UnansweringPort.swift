import Foundation

/// A port on 127.0.0.1 at which connections neither come about nor are refused: its queue is full and nobody
/// takes connections out of it.
public final class UnansweringPort: Sendable {
    private let listener: LoopbackSocket
    private let waiting: [LoopbackSocket]

    /// A port whose queue is full.
    public init() throws {
        listener = try LoopbackSocket.listening(backlog: 0)
        var waiting: [LoopbackSocket] = []
        // Linux lets one connection more than the backlog wait; further ones fill what it keeps for half-open ones.
        for _ in 0..<4 { waiting.append(try LoopbackSocket.connecting(to: listener.port)) }
        self.waiting = waiting
    }

    deinit {
        for socket in waiting + [listener] { socket.close() }
    }

    /// The URL without a path.
    public var url: String { "http://127.0.0.1:\(listener.port)" }
}

extension LoopbackSocket {
    /// A socket that begins to connect and does not wait for it.
    fileprivate static func connecting(to port: Int) throws -> LoopbackSocket {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_INET, type, 0)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        _ = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return LoopbackSocket(descriptor: descriptor)
    }
}
