import CNCurses
import Glibc
import TerminalUI

/// Reads keys through ncurses, which knows the terminal's sequences from terminfo.
struct KeyReader {
    /// Codes of our own for sequences that terminfo's standard names leave out; ncurses' end at 0777.
    private enum OwnCode {
        static let pasteStart: Int32 = 0o1750
        static let pasteEnd: Int32 = 0o1751
        static let wordLeft: Int32 = 0o1752
        static let wordRight: Int32 = 0o1753
    }

    private enum Input {
        case character(Unicode.Scalar)
        case code(Int32)
    }

    private var paste: String?

    /// The most characters of one paste that are kept; a text field holds far less.
    private static let pasteLimit = 64 * 1024

    /// Teaches ncurses the sequences it does not know.
    static func defineKeys() {
        for (sequence, code) in [
            ("\u{1B}[200~", OwnCode.pasteStart), ("\u{1B}[201~", OwnCode.pasteEnd),
            ("\u{1B}[1;5D", OwnCode.wordLeft), ("\u{1B}[1;5C", OwnCode.wordRight),
            ("\u{1B}[1;3D", OwnCode.wordLeft), ("\u{1B}[1;3C", OwnCode.wordRight),
            // Cursor and Home/End keys in either keypad mode: some terminals send the one that terminfo
            // does not name.
            ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
            ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END),
        ] {
            define_key(sequence, code)
        }
    }

    /// The keys and pastes since the last call.
    mutating func read() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        while let input = next() {
            if let event = event(for: input) { events.append(event) }
        }
        return events
    }

    private func next() -> Input? {
        var value: wint_t = 0
        switch wget_wch(carillon_stdscr(), &value) {
        case OK: return .character(Unicode.Scalar(value) ?? "\u{FFFD}")
        case KEY_CODE_YES: return .code(Int32(bitPattern: value))
        default: return nil
        }
    }

    private mutating func event(for input: Input) -> TerminalEvent? {
        if paste != nil { return collectPaste(input) }
        switch input {
        case .code(OwnCode.pasteStart):
            paste = ""
            return nil
        case .code(let code):
            return Self.key(forCode: code).map(TerminalEvent.key)
        case .character("\u{1B}"):
            guard let following = next() else { return .key(.escape) }
            if case .character(let scalar) = following, scalar.value >= 0x20, scalar.value != 0x7F {
                return .key(.alt(Character(scalar)))
            }
            // Escape followed by a key that is no character: two presses that arrived together.
            pushBack(following)
            return .key(.escape)
        case .character(let scalar):
            return Self.key(for: scalar).map(TerminalEvent.key)
        }
    }

    private func pushBack(_ input: Input) {
        switch input {
        case .code(let code): ungetch(code)
        case .character(let scalar): unget_wch(wchar_t(bitPattern: scalar.value))
        }
    }

    private mutating func collectPaste(_ input: Input) -> TerminalEvent? {
        switch input {
        case .code(OwnCode.pasteEnd):
            defer { paste = nil }
            return paste.map(TerminalEvent.paste)
        case .character(let scalar):
            if let count = paste?.unicodeScalars.count, count < Self.pasteLimit {
                paste?.unicodeScalars.append(scalar)
            }
            return nil
        case .code:
            return nil
        }
    }

    private static func key(for scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0..<0x20: nil
        default: .character(Character(scalar))
        }
    }

    private static func key(forCode code: Int32) -> Key? {
        switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_HOME: .home
        case KEY_END: .end
        case KEY_PPAGE: .pageUp
        case KEY_NPAGE: .pageDown
        case KEY_BACKSPACE: .backspace
        case KEY_DC: .delete
        case KEY_ENTER: .enter
        case KEY_BTAB: .backTab
        case OwnCode.wordLeft: .wordLeft
        case OwnCode.wordRight: .wordRight
        case KEY_F0 + 1...KEY_F0 + 24: .function(Int(code - KEY_F0))
        default: nil
        }
    }
}
