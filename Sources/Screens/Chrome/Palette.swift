import TerminalUI

/// The styles by what they mean. Nothing is said by colour alone, so a terminal without colours reads the same.
public struct Palette: Sendable, Hashable {
    /// Ordinary text.
    public var text = Style.plain
    /// Text of less weight, such as labels.
    public var label = Style(attributes: .dim)
    /// The program's name and titles.
    public var title = Style(attributes: .bold)
    /// The heads of columns.
    public var columnHead = Style(attributes: [.bold, .dim])
    /// What is ACTIVE, or went well.
    public var good = Style(foreground: .green)
    /// What is INACTIVE, or went wrong.
    public var bad = Style(foreground: .red)
    /// What is muted, under way or worth a look.
    public var notable = Style(foreground: .yellow)
    /// A key in the footer.
    public var key = Style(foreground: .cyan, attributes: .bold)
    /// Lines around things.
    public var line = Style(attributes: .dim)
    /// The READ-ONLY badge.
    public var badge = Style(foreground: .yellow, attributes: .bold)
    /// The field being typed into.
    public var field = Style(attributes: .underline)
    /// What makes the row under the cursor stand out. Its attributes are added to those of the row's parts.
    public var cursorRow = Style(attributes: .bold)
    /// The button that has the focus.
    public var focus = Style(attributes: [.bold, .underline])
    /// The signs and lines.
    public var symbols = Symbols.standard

    /// The default palette: the terminal's own theme decides what the colours look like.
    public init() {}

    /// A style on the row under the cursor.
    public func onCursor(_ style: Style) -> Style { style.adding(cursorRow.attributes) }
}
