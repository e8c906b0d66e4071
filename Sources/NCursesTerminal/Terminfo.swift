import CNCurses

/// The terminal's entry in the terminfo database, once ncurses has read it.
enum Terminfo {
    /// A capability that is a string; nil where the terminal lacks it.
    static func string(_ capability: String) -> String? {
        guard let text = tigetstr(capability), Int(bitPattern: text) > 0 else { return nil }
        return String(cString: text)
    }

    /// A terminfo string without its `$<5>` padding marks, which are for `tputs` alone.
    static func withoutPadding(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "$") {
            let after = rest.index(after: mark)
            guard rest[after...].hasPrefix("<"), let end = rest[after...].firstIndex(of: ">") else {
                result += rest[..<after]
                rest = rest[after...]
                continue
            }
            result += rest[..<mark]
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
