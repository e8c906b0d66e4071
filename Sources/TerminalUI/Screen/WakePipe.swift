import Glibc

/// A pipe that wakes a thread waiting in `poll`. Neither end blocks, and no child process inherits them.
public struct WakePipe: Sendable {
    /// Becomes readable when something was written.
    public let reader: Int32
    /// Where to write a byte; `write` to it is safe in a signal handler.
    public let writer: Int32

    /// Opens a pipe. A process without free file descriptors ends here: it could not draw anything either.
    public init() {
        var ends: [Int32] = [-1, -1]
        let result = pipe(&ends)
        precondition(result == 0, "no file descriptor left")
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        reader = ends[0]
        writer = ends[1]
    }

    /// The bytes written since the last call.
    public func drain() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 64)
        var bytes: [UInt8] = []
        while true {
            let count = read(reader, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
        }
    }
}
