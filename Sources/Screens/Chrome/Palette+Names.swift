import TerminalUI

extension Palette {
    /// The styles by the names that configuration gives them.
    public static let names: [(name: String, style: WritableKeyPath<Palette, Style> & Sendable)] = [
        ("text", \.text), ("label", \.label), ("title", \.title), ("column_head", \.columnHead),
        ("good", \.good), ("bad", \.bad), ("notable", \.notable), ("key", \.key), ("line", \.line),
        ("badge", \.badge), ("field", \.field),
        ("cursor_row", \.cursorRow), ("focus", \.focus),
    ]
}
