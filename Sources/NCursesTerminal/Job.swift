import Glibc

/// The shell's job that the program belongs to: it stops and goes on with all of it.
enum Job {
    /// Stops every process of the job as a signal does that nobody catches; returns when it is continued.
    static func stop(by signal: Int32) {
        var action = sigaction()
        var previous = sigaction()
        action.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(signal, &action, &previous)
        kill(0, signal)
        sigaction(signal, &previous, nil)
    }

    /// Stops the job for as long as the terminal belongs to another one: its modes are not to be read or set
    /// then.
    ///
    /// - Returns: False where the program has been asked to end meanwhile, or where nobody is left who could
    ///   give it the terminal.
    static func waitForForeground(_ signals: SignalPipe) -> Bool {
        while isInBackground {
            guard !signals.hasRequestToEnd else { return false }
            signals.forget(SIGCONT)
            stop(by: SIGTTIN)
            guard signals.forget(SIGCONT) else { return false }
        }
        return !signals.hasRequestToEnd
    }

    private static var isInBackground: Bool {
        let owner = tcgetpgrp(STDIN_FILENO)
        return owner > 0 && owner != getpgrp()
    }
}
