import TerminalUI
import ViewModels

/// A table with a cursor. Only visible rows are asked for and drawn.
struct ListTable {
    let columns: [ColumnLayout.Column]
    let palette: Palette
    /// By which of the columns the rows are sorted, where they are.
    var sort: RowSort?
    /// What to make stand out.
    var filter: RowFilter?
    /// Whether a row is marked.
    var isMarked: (Int) -> Bool = { _ in false }

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
                title(slot.index).truncated(to: slot.width), column: slot.column, row: area.minRow,
                style: palette.columnHead, clip: area)
        }
        let height = max(0, area.rows - Self.headHeight)
        for (line, index) in viewport.visible(count: count, height: height).enumerated() {
            let row = area.minRow + 1 + line
            let isSelected = index == cursor
            if isSelected {
                frame.put(
                    palette.symbols.cursor, column: area.minColumn + 1, row: row, style: palette.key,
                    clip: area)
                frame.setCursor(
                    column: area.minColumn + 1, row: row, palette.symbols.cursorVisibility)
            }
            if isMarked(index) {
                frame.put(
                    palette.symbols.mark, column: area.minColumn + 2, row: row, style: palette.notable,
                    clip: area)
            }
            let cells = fields(index)
            for slot in layout.slots where slot.index < cells.count {
                let cell = cells[slot.index]
                let style = isSelected ? palette.onCursor(cell.style) : cell.style
                let text = cell.text.truncated(to: slot.width)
                frame.put(text, column: slot.column, row: row, style: style, clip: area)
                highlight(text, in: slot, row: row, style: style, into: &frame, clip: area)
            }
        }
    }

    /// The title of a column, with an arrow where the rows are sorted by it.
    private func title(_ index: Int) -> SafeText {
        guard let sort, sort.column == index else { return columns[index].title }
        return columns[index].title
            + (sort.isDescending ? palette.symbols.descending : palette.symbols.ascending)
    }

    /// Makes what was looked for stand out.
    private func highlight(
        _ text: SafeText, in slot: ColumnLayout.Slot, row: Int, style: Style, into frame: inout FrameBuffer,
        clip: Rect
    ) {
        guard let filter, !filter.isEmpty else { return }
        let string = text.string
        for range in filter.highlights(in: string, column: slot.index) {
            frame.put(
                SafeText(String(string[range])),
                column: slot.column + SafeText(String(string[..<range.lowerBound])).columns, row: row,
                style: style.adding(.underline), clip: clip)
        }
    }
}
