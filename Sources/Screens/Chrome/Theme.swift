import TerminalUI

/// A set of styles that go together. None has a background of its own, so that all of them can be read on light and
/// dark terminals.
public enum Theme: String, Sendable, CaseIterable {
    /// The colours of the terminal's own theme.
    case standard = "default"
    /// Bold text and no faint one, for weak eyes and weak projectors.
    case highContrast = "high-contrast"
    /// No colours.
    case monochrome
    /// Quiet colours of the xterm palette, of middle lightness. A terminal with fewer colours shows the nearest.
    case soft

    /// The styles.
    public var palette: Palette {
        var palette = Palette()
        switch self {
        case .standard: break
        case .highContrast:
            palette.label = .plain
            palette.title = Style(attributes: [.bold, .underline])
            palette.columnHead = Style(attributes: [.bold, .underline])
            palette.good = Style(foreground: .green, attributes: .bold)
            palette.bad = Style(foreground: .red, attributes: [.bold, .underline])
            palette.notable = Style(foreground: .yellow, attributes: .bold)
            palette.line = .plain
            palette.cursorRow = Style(attributes: [.bold, .underline])
        case .monochrome:
            palette.good = .plain
            palette.bad = Style(attributes: .bold)
            palette.notable = Style(attributes: .bold)
            palette.key = Style(attributes: .bold)
            palette.badge = Style(attributes: .bold)
        case .soft:
            palette.label = Style(foreground: .indexed(244))
            palette.title = Style(foreground: .indexed(67), attributes: .bold)
            palette.columnHead = Style(foreground: .indexed(244), attributes: .bold)
            palette.good = Style(foreground: .indexed(71))
            palette.bad = Style(foreground: .indexed(167))
            palette.notable = Style(foreground: .indexed(136))
            palette.key = Style(foreground: .indexed(67))
            palette.line = Style(foreground: .indexed(244))
            palette.badge = Style(foreground: .indexed(136), attributes: .bold)
        }
        return palette
    }
}
