/// The sequences that switch bracketed paste, by which a terminal marks what is pasted.
enum BracketedPaste {
    static let on = "\u{1B}[?2004h"
    static let off = "\u{1B}[?2004l"
}

/// The sequences that switch reports of the mouse: of buttons and the wheel, in the form that has no limit of columns.
enum PointerReports {
    static let on = "\u{1B}[?1000h\u{1B}[?1006h"
    static let off = "\u{1B}[?1006l\u{1B}[?1000l"
}

/// What undoes everything that may have been asked of the terminal.
enum RestoreSequence {
    /// No mouse reports of any kind: a terminal that goes on to send some floods a shell.
    private static let mouseOff = "\u{1B}[?1000;1002;1003;1006l"

    /// Plain text, keys and cursor as they were, and the main screen, by the terminal's terminfo entry.
    static func bytes() -> [UInt8] {
        let capabilities = ["sgr0", "op", "rmkx", "cnorm", "rmcup"].compactMap(Terminfo.string)
        let own = capabilities.map(Terminfo.withoutPadding).joined()
        return Array((BracketedPaste.off + mouseOff + own + "\r").utf8)
    }
}
