import TerminalUI

/// A table with a cursor. Only visible rows are asked for and drawn.
struct ListTable {
    let columns: [ColumnLayout.Column]
    let palette: Palette

    /// One cell of a row.
    typealias Field = (text: SafeText, style: Style)

    /// The rows that the columns' titles take.
    static let headHeight = 1

    func render(
        into frame: inout FrameBuffer, area: Rect, viewport: ListViewport, count: Int, cursor: Int?,
        row fields: (Int) -> [Field]
    ) {
        let layout = ColumnLayout(columns, start: area.minColumn + 3, width: area.columns - 4)
        for slot in layout.slots {
            frame.put(
                columns[slot.index].title.truncated(to: slot.width), column: slot.column, row: area.minRow,
                style: palette.columnHead, clip: area)
        }
        let height = max(0, area.rows - Self.headHeight)
        for (line, index) in viewport.visible(count: count, height: height).enumerated() {
            let row = area.minRow + 1 + line
            let isSelected = index == cursor
            if isSelected {
                frame.put("▌", column: area.minColumn + 1, row: row, style: palette.key, clip: area)
            }
            let cells = fields(index)
            for slot in layout.slots where slot.index < cells.count {
                let cell = cells[slot.index]
                frame.put(
                    cell.text.truncated(to: slot.width), column: slot.column, row: row,
                    style: isSelected ? palette.onCursor(cell.style) : cell.style, clip: area)
            }
        }
    }
}
