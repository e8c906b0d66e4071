/// What a terminal reports.
public enum TerminalEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted. Untrusted.
    case paste(String)
    /// The mouse was used.
    case pointer(PointerEvent)
    /// The terminal has a new size.
    case resize(Size)
    /// The program was asked to end by a signal such as SIGTERM or SIGINT.
    case terminate
    /// The program was asked to stop for a while (Ctrl-Z, SIGTSTP).
    case suspend
    /// The terminal is gone.
    case closed
}
