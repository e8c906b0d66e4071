/// A frame of lines with a title, as dialogs have it.
public struct Box: Sendable {
    /// Whether the lines of a box are seen.
    public enum Lines: Sendable, Hashable {
        /// They are.
        case drawn
        /// Blanks are in their place, for screen readers.
        case blank
    }

    private let title: SafeText
    private let lines: Lines

    /// A box.
    public init(title: SafeText, lines: Lines = .drawn) {
        self.title = title
        self.lines = lines
    }

    /// Clears the area, draws the frame and returns the area within.
    public func render(into frame: inout FrameBuffer, area: Rect, style: Style, titleStyle: Style) -> Rect {
        frame.fill(area)
        guard area.columns >= 2, area.rows >= 2 else { return area }
        if lines == .drawn { renderLines(into: &frame, area: area, style: style) }
        frame.put(
            " " + title.truncated(to: max(0, area.columns - 6)) + " ", column: area.minColumn + 2,
            row: area.minRow,
            style: titleStyle, limit: max(0, area.columns - 4))
        return area.inset(left: 2, top: 1, right: 2, bottom: 1)
    }

    private func renderLines(into frame: inout FrameBuffer, area: Rect, style: Style) {
        let (left, right) = (area.minColumn, area.maxColumn - 1)
        let (top, bottom) = (area.minRow, area.maxRow - 1)
        for (row, start, end) in [(top, "┌", "┐"), (bottom, "└", "┘")] as [(Int, SafeText, SafeText)] {
            frame.put(start, column: left, row: row, style: style)
            frame.horizontalLine(column: left + 1, row: row, columns: area.columns - 2, style: style)
            frame.put(end, column: right, row: row, style: style)
        }
        let sides = frame.bounds.intersection(area.inset(top: 1, bottom: 1))
        for row in sides.minRow..<sides.maxRow {
            frame.put("│", column: left, row: row, style: style)
            frame.put("│", column: right, row: row, style: style)
        }
    }
}
