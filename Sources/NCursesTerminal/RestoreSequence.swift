/// The sequences that switch bracketed paste, by which a terminal marks what is pasted.
enum BracketedPaste {
    static let on = "\u{1B}[?2004h"
    static let off = "\u{1B}[?2004l"
}

/// What undoes everything that may have been asked of the terminal.
enum RestoreSequence {
    /// No mouse reports of any kind. The program asks for none; a terminal that sends some anyway floods a
    /// shell.
    private static let mouseOff = "\u{1B}[?1000;1002;1003;1006l"

    /// Plain text, keys and cursor as they were, and the main screen, by the terminal's terminfo entry.
    static func bytes() -> [UInt8] {
        let capabilities = ["sgr0", "op", "rmkx", "cnorm", "rmcup"].compactMap(Terminfo.string)
        let own = capabilities.map(Terminfo.withoutPadding).joined()
        return Array((BracketedPaste.off + mouseOff + own + "\r").utf8)
    }
}
