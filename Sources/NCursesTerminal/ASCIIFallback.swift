import Glibc

/// Stand-ins for characters that the terminal or the C library cannot draw.
enum ASCIIFallback {
    private static let symbols: [String: Character] = [
        "●": "*", "○": "o", "◐": "~", "▌": ">", "›": ">", "·": "-", "…": ".", "•": "*", "✓": "+", "✗": "x",
        "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "▲": "^", "▼": "v",
        "⟳": "@", "↑": "^", "↓": "v", "←": "<", "→": ">", "█": "#", "░": ".", "⇄": "=", "–": "-", "—": "-",
        "×": "x", "“": "\"", "”": "\"",
    ]

    /// A character of one cell to draw in place of another.
    static func character(for text: String, isUnicode: Bool) -> wchar_t {
        if isUnicode { return 0xFFFD }
        let character = symbols[text] ?? "?"
        return wchar_t(character.asciiValue ?? 0x3F)
    }
}
