import Glibc
import TerminalUI

/// Turns signals into bytes in a pipe, so that the main loop sees them like any other input.
final class SignalPipe {
    /// The signals by which the program is asked to end.
    static let requestsToEnd: Set<Int32> = [SIGINT, SIGTERM, SIGHUP]

    private let pipe = WakePipe()
    private var previous: [(signal: Int32, action: sigaction)] = []
    private var arrived: Set<Int32> = []
    // Set before the first handler is installed, and only read by the handlers.
    private nonisolated(unsafe) static var writer: Int32 = -1

    /// Installs the handlers.
    init() {
        Self.writer = pipe.writer
        for signal in Self.requestsToEnd.union([SIGWINCH, SIGTSTP, SIGCONT]) { catchSignal(signal) }
    }

    /// Readable when a signal has come.
    var descriptor: Int32 { pipe.reader }

    private func catchSignal(_ signal: Int32) {
        var action = sigaction()
        var old = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            let error = errno
            var byte = UInt8(truncatingIfNeeded: signal)
            _ = write(SignalPipe.writer, &byte, 1)
            errno = error
        }
        action.sa_flags = SA_RESTART
        sigaction(signal, &action, &old)
        previous.append((signal, old))
    }

    /// Lets the signals do again what they did before. The pipe stays: a handler may still be at work.
    func release() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
        previous = []
    }

    /// The signals since the last call.
    func drain() -> Set<Int32> {
        collect()
        defer { arrived = [] }
        return arrived
    }

    /// Whether the program has been asked to end since the last `drain`.
    var hasRequestToEnd: Bool {
        collect()
        return !arrived.isDisjoint(with: Self.requestsToEnd)
    }

    /// Acts as if a signal had not come.
    ///
    /// - Returns: Whether it had.
    @discardableResult
    func forget(_ signal: Int32) -> Bool {
        collect()
        return arrived.remove(signal) != nil
    }

    /// Makes the descriptor readable, so that the main loop looks at what has been collected.
    func wake() {
        var byte: UInt8 = 0
        _ = write(pipe.writer, &byte, 1)
    }

    private func collect() {
        arrived.formUnion(pipe.drain().map(Int32.init))
    }
}
