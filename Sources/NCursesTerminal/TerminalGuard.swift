import CNCurses
import Glibc

/// Gives the terminal back when the program dies: restores its modes and writes the sequences that leave the
/// alternate screen, from an `atexit` handler and from the handlers of crash signals.
///
/// A signal handler may touch only what is ready before the signal comes, so everything is prepared by `arm`.
enum TerminalGuard {
    private struct State {
        var isArmed = false
        var isInstalled = false
        var modes = termios()
        var sequence: UnsafePointer<UInt8>?
        var sequenceLength = 0
    }

    // The main thread alone changes it; a handler reads it on whichever thread has crashed, when nothing else
    // matters any more.
    private nonisolated(unsafe) static var state = State()

    /// The signals by which a program dies through a fault of its own; Swift's traps are SIGILL or SIGTRAP.
    private static let crashSignals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

    /// Notes the terminal's modes as they are, before ncurses changes them.
    static func rememberModes() {
        tcgetattr(STDIN_FILENO, &state.modes)
    }

    /// Puts the terminal into the modes that were noted.
    static func restoreModes() {
        // A background process that changes the terminal's modes is stopped by SIGTTOU, and would never end.
        var blocked = sigset_t()
        var previous = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGTTOU)
        sigprocmask(SIG_BLOCK, &blocked, &previous)
        tcsetattr(STDIN_FILENO, TCSANOW, &state.modes)
        sigprocmask(SIG_SETMASK, &previous, nil)
    }

    /// Prepares the way back and installs the handlers.
    ///
    /// - Parameter restore: What to write to the terminal.
    static func arm(restore: [UInt8]) {
        if state.sequence == nil {
            let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: restore.count)
            bytes.initialize(from: restore, count: restore.count)
            state.sequence = UnsafePointer(bytes)
            state.sequenceLength = restore.count
        }
        state.isArmed = true
        guard !state.isInstalled else { return }
        state.isInstalled = true
        atexit { TerminalGuard.giveBack() }
        installAlternateStack()
        for signal in crashSignals {
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

    /// Says that the terminal has been given back in the orderly way.
    static func disarm() {
        state.isArmed = false
    }

    private static func giveBack() {
        guard state.isArmed, let sequence = state.sequence else { return }
        state.isArmed = false
        _ = write(STDOUT_FILENO, sequence, state.sequenceLength)
        restoreModes()
    }

    /// A stack of its own lets the handler run after a stack overflow.
    private static func installAlternateStack() {
        let size = 64 * 1024
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        stack.ss_size = size
        sigaltstack(&stack, nil)
    }
}
