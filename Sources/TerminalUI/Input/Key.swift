/// A key press.
public enum Key: Hashable, Sendable {
    /// A key that types a character.
    case character(Character)
    /// Control with a letter, in lower case.
    case control(Character)
    /// Alt (or Escape before it) with a character.
    case alt(Character)
    /// Return.
    case enter
    /// Escape.
    case escape
    /// Tab.
    case tab
    /// Shift with Tab.
    case backTab
    /// Deletes to the left.
    case backspace
    /// Deletes to the right.
    case delete
    /// Cursor up.
    case up
    /// Cursor down.
    case down
    /// Cursor left.
    case left
    /// Cursor right.
    case right
    /// Control with cursor left.
    case wordLeft
    /// Control with cursor right.
    case wordRight
    /// Home.
    case home
    /// End.
    case end
    /// Page up.
    case pageUp
    /// Page down.
    case pageDown
    /// F1 and up.
    case function(Int)
}

extension Key: LosslessStringConvertible {
    private static let names: [(Key, String)] = [
        (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"),
        (.backspace, "Backspace"), (.delete, "Del"), (.up, "↑"), (.down, "↓"), (.left, "←"),
        (.right, "→"), (.wordLeft, "Ctrl-←"), (.wordRight, "Ctrl-→"), (.home, "Home"), (.end, "End"),
        (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.character(" "), "Space"),
    ]

    /// What people write who cannot type arrows, or write a name in full.
    private static let aliases: [String: Key] = [
        "up": .up, "down": .down, "left": .left, "right": .right, "ctrl-left": .wordLeft,
        "ctrl-right": .wordRight, "escape": .escape, "return": .enter, "delete": .delete, "pageup": .pageUp,
        "pagedown": .pageDown,
    ]

    /// Whether the key types a character.
    public var typesText: Bool {
        if case .character = self { true } else { false }
    }

    /// Why the terminal never tells of this key, with what to write instead; nil where it does.
    public var whyNeverPressed: String? {
        switch self {
        case .control("i"): "is Tab to a terminal; write Tab."
        case .control("j"), .control("m"): "is Enter to a terminal; write Enter."
        case .control("h"): "is Backspace to a terminal; write Backspace."
        case .control("z"): "suspends the program; choose another."
        default: nil
        }
    }

    /// The key as help and configuration write it, such as `Ctrl-P`, `PgUp` or `a`.
    public var description: String {
        if let (_, name) = Self.names.first(where: { $0.0 == self }) { return name }
        switch self {
        case .character(let character): return String(character)
        case .control(let character): return "Ctrl-\(character.uppercased())"
        case .alt(let character): return "Alt-\(character)"
        case .function(let number): return "F\(number)"
        default: return ""
        }
    }

    /// Reads what `description` writes, and names in full such as `Escape` or `PageUp`; nil for anything else.
    public init?(_ description: String) {
        let lowercased = description.lowercased()
        if let (key, _) = Self.names.first(where: { $0.1.lowercased() == lowercased }) {
            self = key
        } else if let key = Self.aliases[lowercased] {
            self = key
        } else if description.count == 1, let character = description.first {
            self = .character(character)
        } else if lowercased.hasPrefix("ctrl-"), description.count == 6, let last = description.last,
            last.isASCII, last.isLetter
        {
            self = .control(Character(last.lowercased()))
        } else if lowercased.hasPrefix("alt-"), description.count == 5, let last = description.last {
            self = .alt(last)
        } else if description.hasPrefix("F"), let number = Int(description.dropFirst()), number > 0,
            description == "F\(number)"
        {
            self = .function(number)
        } else {
            return nil
        }
    }
}
