/// A port on 127.0.0.1 at which nothing listens.
public enum FreePort {
    /// A port that was free a moment ago.
    public static func find() throws -> Int {
        let socket = try LoopbackSocket.listening(backlog: 1)
        defer { socket.close() }
        return socket.port
    }
}
