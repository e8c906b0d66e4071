/// A frame of lines with a title, as dialogs have it.
public struct Box: Sendable {
    private let title: SafeText

    /// A box.
    public init(title: SafeText) {
        self.title = title
    }

    /// Clears the area, draws the frame and returns the area within.
    public func render(into frame: inout FrameBuffer, area: Rect, style: Style, titleStyle: Style) -> Rect {
        frame.fill(area)
        guard area.columns >= 2, area.rows >= 2 else { return area }
        let line = SafeText(String(repeating: "─", count: area.columns - 2))
        let (left, right) = (area.minColumn, area.maxColumn - 1)
        let (top, bottom) = (area.minRow, area.maxRow - 1)
        frame.put("┌" + line + "┐", column: left, row: top, style: style)
        frame.put("└" + line + "┘", column: left, row: bottom, style: style)
        for row in top + 1..<max(top + 1, bottom) {
            frame.put("│", column: left, row: row, style: style)
            frame.put("│", column: right, row: row, style: style)
        }
        frame.put(
            " " + title.truncated(to: max(0, area.columns - 6)) + " ", column: left + 2, row: top,
            style: titleStyle, limit: max(0, area.columns - 4))
        return area.inset(left: 2, top: 1, right: 2, bottom: 1)
    }
}
