import CNCurses
import Glibc
import TerminalUI

/// A real terminal, driven by ncurses. Only the main thread may use it, as ncurses is not thread-safe.
public final class NCursesTerminal: Terminal {
    /// Whether to use the terminal's colours.
    public enum ColorMode: Sendable {
        /// As many colours as the terminal has.
        case automatic
        /// None (`NO_COLOR`, `--no-color`).
        case never
    }

    /// Whether the mouse is for the program.
    public enum PointerMode: Sendable {
        /// It is: the terminal reports clicks and the wheel, and its own selecting of text needs Shift.
        case reported
        /// It is for the terminal.
        case left
    }

    /// The terminal could not be used, and what to do about it.
    public struct Unusable: Error, CustomStringConvertible {
        /// One sentence for a person.
        public let description: String
    }

    /// What the terminal can show.
    public let capabilities: Capabilities
    private let signals: SignalPipe
    private var painter: CellPainter
    private var reader: KeyReader
    private let pointer: PointerMode
    private var isEnded = false

    /// Larger terminals are drawn on up to here: what a terminal says about its size decides how much memory
    /// a frame takes.
    private static let largest = Size(columns: 2000, rows: 1000)

    /// Takes the terminal: alternate screen, raw keys, no echo. A job in the background waits with it until
    /// it comes to the foreground.
    ///
    /// - Throws: `Unusable` where there is no terminal or `TERM` names one that cannot show a screen.
    public init(colors: ColorMode, pointer: PointerMode = .left) throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Unusable(
                description: "The terminal program needs a terminal for its input and output; "
                    + "use a command such as 'carillon endpoints list' in scripts.")
        }
        setlocale(LC_ALL, "")
        // Handlers first: ncurses leaves alone what is already handled.
        signals = SignalPipe()
        guard Job.waitForForeground(signals) else {
            signals.release()
            throw Unusable(description: "The terminal program cannot run in the background; start it again.")
        }
        var modes = termios()
        tcgetattr(STDIN_FILENO, &modes)
        guard carillon_newterm() != nil else {
            signals.release()
            throw Unusable(description: Self.unknownTerminal)
        }
        TerminalGuard.prepare(sequence: RestoreSequence.bytes(), modes: modes)
        guard Terminfo.string("cup") != nil else {
            endwin()
            TerminalGuard.restoreModes()
            signals.release()
            throw Unusable(description: Self.unknownTerminal)
        }
        TerminalGuard.arm()
        raw()
        noecho()
        nonl()
        keypad(carillon_stdscr(), true)
        leaveok(carillon_stdscr(), false)
        // Otherwise ncurses leaves a frame half drawn when a key comes, until the next frame.
        typeahead(-1)
        capabilities = Capabilities(
            colors: Self.colorDepth(colors), isUnicode: String(cString: carillon_codeset()) == "UTF-8")
        painter = CellPainter(capabilities: capabilities)
        self.pointer = pointer
        reader = KeyReader(
            descriptor: STDIN_FILENO, sequences: .ofTerminal(),
            pointer: pointer == .reported ? PointerDecoder() : nil)
        switchReports()
        _ = adoptSize()
    }

    deinit {
        end()
    }

    /// The size now, as the kernel knows it.
    public var size: Size {
        var window = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
        guard isKnown, window.ws_col > 0, window.ws_row > 0 else {
            return Size(columns: Int(getmaxx(carillon_stdscr())), rows: Int(getmaxy(carillon_stdscr())))
        }
        return Size(
            columns: min(Int(window.ws_col), Self.largest.columns),
            rows: min(Int(window.ws_row), Self.largest.rows))
    }

    /// The terminal itself and the pipe of signals.
    public var inputDescriptors: [Int32] { [STDIN_FILENO, signals.descriptor] }

    /// The keys and signals since the last call. Waits for 25 ms at most, and only after an Escape that may
    /// be the start of another key.
    public func readEvents() -> [TerminalEvent] {
        guard !isEnded else { return [.closed] }
        let arrived = signals.drain()
        if !arrived.isDisjoint(with: SignalPipe.requestsToEnd) { return [.terminate] }
        if arrived.contains(SIGCONT) { takeAgain() }
        guard !isEnded else { return [.closed] }
        var events: [TerminalEvent] = []
        if arrived.contains(SIGCONT) || arrived.contains(SIGWINCH) { events.append(.resize(adoptSize())) }
        if arrived.contains(SIGTSTP) { events.append(.suspend) }
        return events + reader.read()
    }

    /// Shows a frame; only cells that differ from the last one are drawn.
    public func present(_ frame: FrameBuffer) {
        guard !isEnded else { return }
        painter.paint(frame)
    }

    /// Asks the terminal to put a text on the clipboard of whoever sits at it, by OSC 52.
    ///
    /// - Returns: False where the text is too long for that.
    public func copy(_ text: String) -> Bool {
        guard !isEnded, let sequence = ClipboardSequence.of(text, through: .current()) else { return false }
        Self.send(sequence)
        return true
    }

    /// Gives the terminal back and stops the whole job, as Ctrl-Z does; returns when it is continued. A job
    /// that is continued in order to end does not take the terminal again.
    public func suspend() {
        guard !isEnded else { return }
        release()
        Job.stop(by: SIGTSTP)
        takeAgain()
        _ = adoptSize()
    }

    /// Takes the terminal, which another job may have had and may still have.
    private func takeAgain() {
        guard Job.waitForForeground(signals) else {
            end()
            signals.wake()
            return
        }
        signals.forget(SIGCONT)
        TerminalGuard.arm()
        reset_prog_mode()
        switchReports()
    }

    private func switchReports() {
        Self.send(BracketedPaste.on)
        if pointer == .reported { Self.send(PointerReports.on) }
    }

    /// Gives the terminal back. Nothing is drawn afterwards, and signals do what they did before.
    public func end() {
        guard !isEnded else { return }
        isEnded = true
        release()
        signals.release()
    }

    private func release() {
        guard !isendwin() else { return }
        TerminalGuard.unstoppably {
            if pointer == .reported { Self.send(PointerReports.off) }
            Self.send(BracketedPaste.off)
            curs_set(1)
            endwin()
            TerminalGuard.restoreModes()
        }
        TerminalGuard.disarm()
    }

    /// Makes ncurses use the kernel's idea of the size, and draw everything anew: even where the size is what it
    /// was, the terminal may have been smaller in between and have lost what was cut off.
    private func adoptSize() -> Size {
        let size = self.size
        resizeterm(Int32(size.rows), Int32(size.columns))
        clearok(carillon_curscr(), true)
        painter.forget()
        return size
    }

    private static func colorDepth(_ mode: ColorMode) -> Capabilities.ColorDepth {
        guard mode == .automatic, has_colors(), start_color() == OK else { return .monochrome }
        // Without this a terminal's own background could not be kept, which is worse than no colour.
        guard use_default_colors() == OK else { return .monochrome }
        let count = carillon_colors()
        return count >= 256 ? .indexed : count >= 16 ? .sixteen : .eight
    }

    private static var unknownTerminal: String {
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        return "The terminal type '\(name)' cannot show a full screen; "
            + "set TERM to what your terminal is, such as xterm-256color."
    }

    private static func send(_ sequence: String) {
        var sequence = sequence
        sequence.withUTF8 { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
