import Glibc
import TerminalUI

/// Turns signals into bytes in a pipe, so that the main loop sees them like any other input.
final class SignalPipe {
    private let pipe = WakePipe()
    // Set once before a handler that reads it is installed.
    private nonisolated(unsafe) static var writer: Int32 = -1

    /// Installs the handlers for the signals.
    init(_ signals: [Int32]) {
        Self.writer = pipe.writer
        for signal in signals { Self.catchSignal(signal) }
    }

    /// Readable when a signal has come.
    var descriptor: Int32 { pipe.reader }

    /// Installs the handler for one signal.
    static func catchSignal(_ number: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            let error = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = write(SignalPipe.writer, &byte, 1)
            errno = error
        }
        action.sa_flags = SA_RESTART
        sigaction(number, &action, nil)
    }

    /// The signals since the last call.
    func drain() -> [Int32] {
        pipe.drain().map(Int32.init)
    }
}
