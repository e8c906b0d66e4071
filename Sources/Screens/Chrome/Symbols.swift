import TerminalUI

/// The signs that stand beside words, and the lines between them. No sign says anything that no word says.
public struct Symbols: Sendable, Hashable {
    /// At the row under the cursor; one column wide.
    public var cursor: SafeText = "▌"
    /// At a row that is marked; one column wide.
    public var mark: SafeText = "✓"
    /// Before ACTIVE.
    public var active: SafeText = "● "
    /// Before INACTIVE.
    public var inactive: SafeText = "○ "
    /// Before a state that is not known.
    public var unknown: SafeText = "? "
    /// Before what went well.
    public var good: SafeText = "✓ "
    /// Before what went wrong.
    public var bad: SafeText = "✗ "
    /// Before the word for what went well, in a list.
    public var done: SafeText = "✓ "
    /// Before the word for what went wrong, in a list.
    public var notDone: SafeText = "✗ "
    /// After what was changed well.
    public var confirmed: SafeText = " ✓"
    /// After what could not be changed.
    public var failed: SafeText = " ✗"
    /// Before what something is about to become.
    public var next: SafeText = "→ "
    /// After the title of the column by which rows are sorted.
    public var ascending: SafeText = " ↑"
    /// The same, where the greatest comes first.
    public var descending: SafeText = " ↓"
    /// Between the steps of the way to a screen.
    public var step: SafeText = " › "
    /// Between the parts of a line.
    public var separator: SafeText = " · "
    /// In place of a token.
    public var mask: SafeText = "••••••••"
    /// In place of what is not there.
    public var none: SafeText = "–"
    /// Before the choice that is taken.
    public var chosen: SafeText = "(•) "
    /// Before one that is not.
    public var notChosen: SafeText = "( ) "
    /// Of lines from left to right; one column wide.
    public var horizontalLine: SafeText = "─"
    /// Of lines from top to bottom; one column wide.
    public var verticalLine: SafeText = "│"
    /// Whether dialogs have a frame.
    public var hasFrames = true
    /// Whether the terminal's cursor is seen on what is selected. It is there in any case: braille displays follow it.
    public var cursorVisibility = FrameBuffer.CursorVisibility.hidden

    /// Signs and lines.
    public static let standard = Symbols()

    /// Words and blanks, for a screen reader: it would read every sign and line out.
    public static let plain = Symbols(
        cursor: " ", mark: "*", active: "", inactive: "", unknown: "", good: "Done: ", bad: "Error: ",
        done: "", notDone: "", confirmed: " ok", failed: " err", next: "becomes ", ascending: " up",
        descending: " down", step: ", ", separator: ", ",
        mask: "hidden ", none: "none", chosen: "chosen: ", notChosen: "", horizontalLine: " ",
        verticalLine: " ", hasFrames: false, cursorVisibility: .shown)
}
