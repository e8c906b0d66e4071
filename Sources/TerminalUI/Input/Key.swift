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

    /// Reads what `description` writes; nil for anything else.
    public init?(_ description: String) {
        if let (key, _) = Self.names.first(where: { $0.1 == description }) {
            self = key
        } else if description.count == 1, let character = description.first {
            self = .character(character)
        } else if description.hasPrefix("Ctrl-"), description.count == 6, let last = description.last {
            self = .control(Character(last.lowercased()))
        } else if description.hasPrefix("Alt-"), description.count == 5, let last = description.last {
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
