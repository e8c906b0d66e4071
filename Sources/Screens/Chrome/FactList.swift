import TerminalUI

/// Facts with a label each, one below the other: what does not fit on a row is wrapped.
struct FactList {
    /// A label and what there is to say under it.
    typealias Fact = (label: SafeText, text: SafeText, style: Style)

    /// The column at which texts start, counted from the labels.
    private static let indent = 16

    let facts: [Fact]
    let labelStyle: Style

    /// How many rows they take at a width.
    func height(width: Int) -> Int { rows(width: width).count }

    /// Draws them from one of their rows on.
    func render(into frame: inout FrameBuffer, area: Rect, firstRow: Int = 0) {
        for (offset, fact) in rows(width: area.columns).dropFirst(firstRow).prefix(area.rows).enumerated() {
            let row = area.minRow + offset
            frame.put(fact.label, column: area.minColumn, row: row, style: labelStyle, clip: area)
            frame.put(
                fact.text, column: area.minColumn + Self.indent, row: row, style: fact.style, clip: area)
        }
    }

    private func rows(width: Int) -> [Fact] {
        facts.flatMap { fact -> [Fact] in
            let wrapped = fact.text.wrapped(to: max(8, width - Self.indent))
            return wrapped.enumerated().map { index, text in
                (index == 0 ? fact.label : .empty, text, fact.style)
            }
        }
    }
}
