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

    /// The terminal could not be used, and what to do about it.
    public struct Unusable: Error, CustomStringConvertible {
        /// One sentence for a person.
        public let description: String
    }

    /// What the terminal can show.
    public let capabilities: Capabilities
    private let signals: SignalPipe
    private var painter: CellPainter
    private var reader = KeyReader()
    private var isEnded = false

    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"

    /// Takes the terminal: alternate screen, raw keys, no echo.
    ///
    /// - Throws: `Unusable` where there is no terminal or `TERM` names one that cannot show a screen.
    public init(colors: ColorMode) throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Unusable(
                description: "The terminal program needs a terminal for its input and output; "
                    + "use a command such as 'carillon endpoints list' in scripts.")
        }
        setlocale(LC_ALL, "")
        TerminalGuard.rememberModes()
        // Handlers first: ncurses leaves alone what is already handled.
        signals = SignalPipe([SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP])
        guard let handle = carillon_newterm() else {
            throw Unusable(description: Self.unknownTerminal)
        }
        guard tigetstr("cup").map({ Int(bitPattern: $0) > 0 }) == true else {
            endwin()
            TerminalGuard.restoreModes()
            throw Unusable(description: Self.unknownTerminal)
        }
        set_term(handle)
        raw()
        noecho()
        nonl()
        set_escdelay(25)
        keypad(carillon_stdscr(), true)
        nodelay(carillon_stdscr(), true)
        leaveok(carillon_stdscr(), false)
        let isUnicode = String(cString: carillon_codeset()) == "UTF-8"
        var depth = Capabilities.ColorDepth.monochrome
        if colors == .automatic, has_colors() {
            start_color()
            use_default_colors()
            let count = carillon_colors()
            depth = count >= 256 ? .indexed : count >= 16 ? .sixteen : .eight
        }
        capabilities = Capabilities(colors: depth, isUnicode: isUnicode)
        painter = CellPainter(capabilities: capabilities)
        KeyReader.defineKeys()
        TerminalGuard.arm(restore: Self.restoreSequence())
        Self.send(Self.pasteOn)
    }

    deinit {
        end()
    }

    /// The size now, as the kernel knows it.
    public var size: Size {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
            return Size(columns: Int(getmaxx(carillon_stdscr())), rows: Int(getmaxy(carillon_stdscr())))
        }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// The terminal itself and the pipe of signals.
    public var inputDescriptors: [Int32] { [STDIN_FILENO, signals.descriptor] }

    /// The keys and signals since the last call.
    public func readEvents() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        for signal in signals.drain() {
            switch signal {
            case SIGWINCH: events.append(.resize(adoptSize()))
            case SIGTSTP: events.append(.suspend)
            default: events.append(.terminate)
            }
        }
        // In raw mode Ctrl-Z is a key like any other.
        events += reader.read().map { $0 == .key(.control("z")) ? .suspend : $0 }
        if events.isEmpty, isGone { events.append(.closed) }
        return events
    }

    /// Shows a frame; only cells that differ from the last one are drawn.
    public func present(_ frame: FrameBuffer) {
        painter.paint(frame)
    }

    /// Gives the terminal back and stops the whole job, as Ctrl-Z does; returns when it is continued.
    public func suspend() {
        release()
        signal(SIGTSTP, SIG_DFL)
        kill(0, SIGTSTP)
        SignalPipe.catchSignal(SIGTSTP)
        TerminalGuard.rememberModes()
        TerminalGuard.arm(restore: [])
        Self.send(Self.pasteOn)
        _ = adoptSize()
        clearok(carillon_curscr(), true)
        painter.forget()
    }

    /// Gives the terminal back. Nothing may be drawn afterwards.
    public func end() {
        guard !isEnded else { return }
        isEnded = true
        release()
    }

    private func release() {
        Self.send(Self.pasteOff)
        curs_set(1)
        endwin()
        TerminalGuard.restoreModes()
        TerminalGuard.disarm()
    }

    /// Makes ncurses use the kernel's idea of the size.
    private func adoptSize() -> Size {
        let size = self.size
        resizeterm(Int32(size.rows), Int32(size.columns))
        painter.forget()
        return size
    }

    /// Whether the other end of the terminal has gone, as when an SSH session is lost.
    private var isGone: Bool {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, 0) > 0 else { return false }
        return input.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
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

    /// What undoes everything that was asked of the terminal, from its terminfo entry.
    private static func restoreSequence() -> [UInt8] {
        var bytes = Array(pasteOff.utf8)
        for capability in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
            guard let text = tigetstr(capability), Int(bitPattern: text) > 0 else { continue }
            bytes += withoutPadding(String(cString: text)).utf8
        }
        return bytes + Array("\r".utf8)
    }

    /// A terminfo string without its `$<5>` padding marks, which are for `tputs` alone.
    private static func withoutPadding(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.range(of: "$<"), let end = rest[start.upperBound...].firstIndex(of: ">") {
            result += rest[..<start.lowerBound]
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
    }
}
