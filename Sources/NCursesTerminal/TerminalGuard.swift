import CNCurses
import Glibc

/// Gives the terminal back when the program dies: restores its modes and writes the sequences that leave the
/// alternate screen, from an `atexit` handler and from the handlers of deadly signals.
///
/// A signal handler may touch only what is ready before the signal comes, so everything is prepared by
/// `prepare` and lies in memory that is never freed.
enum TerminalGuard {
    private struct State {
        var isArmed: Bool
        var modes: termios
        let sequence: UnsafeMutableBufferPointer<UInt8>
    }

    // Set once, by the main thread, before the handlers that read it are installed.
    private nonisolated(unsafe) static var state: UnsafeMutablePointer<State>?

    /// The signals by which a program dies through a fault of its own (Swift's traps are SIGILL or SIGTRAP),
    /// and those that end a program which does not expect them.
    private static let deadlySignals = [
        SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2,
        SIGXCPU,
        SIGXFSZ,
    ]

    /// Prepares the way back and installs the handlers. The guard is not armed yet.
    ///
    /// - Parameters:
    ///   - sequence: What to write to the terminal.
    ///   - modes: The modes to restore.
    static func prepare(sequence: [UInt8], modes: termios) {
        guard state == nil else { return }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: sequence.count)
        _ = bytes.initialize(from: sequence)
        let prepared = UnsafeMutablePointer<State>.allocate(capacity: 1)
        prepared.initialize(to: State(isArmed: false, modes: modes, sequence: bytes))
        state = prepared
        atexit { TerminalGuard.giveBack() }
        installAlternateStack()
        for signal in deadlySignals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in
                TerminalGuard.giveBack()
                raise(signal)
            }
            // One shot: the handler runs once and the signal, raised again, does what it would have done.
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER | SA_ONSTACK
            sigaction(signal, &action, nil)
        }
    }

    /// Says that the terminal has been taken.
    static func arm() {
        state?.pointee.isArmed = true
    }

    /// Says that the terminal has been given back in the orderly way.
    static func disarm() {
        state?.pointee.isArmed = false
    }

    /// Puts the terminal into the modes it had.
    static func restoreModes() {
        guard let state else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &state.pointee.modes)
    }

    /// Does something to the terminal without being stopped by SIGTTOU, as a job in the background would be:
    /// it could not end then.
    static func unstoppably(_ body: () -> Void) {
        var blocked = sigset_t()
        var previous = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGTTOU)
        pthread_sigmask(SIG_BLOCK, &blocked, &previous)
        body()
        pthread_sigmask(SIG_SETMASK, &previous, nil)
    }

    private static func giveBack() {
        guard let state, state.pointee.isArmed else { return }
        state.pointee.isArmed = false
        unstoppably {
            _ = write(STDOUT_FILENO, state.pointee.sequence.baseAddress, state.pointee.sequence.count)
            restoreModes()
        }
    }

    /// A stack of its own lets the handler run after the main thread's stack has overflowed.
    private static func installAlternateStack() {
        let size = 64 * 1024
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        stack.ss_size = size
        sigaltstack(&stack, nil)
    }
}
