/// A picture of the whole terminal, to be drawn into by screens and shown by a `Terminal`.
///
/// Every drawing function accepts any coordinates and clips to the frame.
public struct FrameBuffer: Equatable, Sendable {
    /// The size of the picture.
    public let size: Size
    /// Whether the terminal's cursor is seen where it stands.
    public enum CursorVisibility: Hashable, Sendable {
        /// It is.
        case shown
        /// It is not, but whatever follows it, such as a braille display, finds it.
        case hidden
    }

    /// Where the terminal's cursor stands; nil leaves that to the terminal, which hides it.
    public private(set) var cursor: Point?
    /// Whether it is seen there.
    public private(set) var cursorVisibility = CursorVisibility.hidden
    private var cells: [Cell]

    /// A blank picture.
    public init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// The whole picture as a rectangle.
    public var bounds: Rect { Rect(size) }

    /// The cell at a place, or a blank outside the picture.
    public subscript(column: Int, row: Int) -> Cell {
        contains(column, row) ? cells[row * size.columns + column] : .blank
    }

    /// The cells of one row; empty outside the picture.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Puts text on one row, cut at `limit` columns and at the edges of `clip`.
    ///
    /// A wide character of which only half would fit is left out and its half blanked.
    ///
    /// - Returns: The number of columns used.
    @discardableResult
    public mutating func put(
        _ text: SafeText, column: Int, row: Int, style: Style = .plain, limit: Int = .max, clip: Rect? = nil
    ) -> Int {
        let area = clip.map { bounds.intersection($0) } ?? bounds
        let column = column.asCoordinate
        let end = min(area.maxColumn, column + max(0, limit.asCoordinate))
        guard row >= area.minRow, row < area.maxRow else { return min(text.columns, max(0, limit)) }
        var position = column
        for cluster in text.clusters {
            guard position + cluster.width <= end else {
                if position < end, position >= area.minColumn { set(.blank(style), position, row) }
                break
            }
            if position >= area.minColumn {
                set(Cell(text: cluster.text, width: cluster.width, style: style), position, row)
            } else if position + cluster.width > area.minColumn {
                set(.blank(style), area.minColumn, row)
            }
            position += cluster.width
        }
        return position - column
    }

    /// Draws a horizontal line of a character, cut at the edges of the picture.
    public mutating func horizontalLine(
        _ text: SafeText = "─", column: Int, row: Int, columns: Int, style: Style = .plain
    ) {
        let line = bounds.intersection(Rect(column: column, row: row, columns: columns, rows: 1))
        guard line.rows > 0, let cluster = text.clusters.first, cluster.width == 1 else { return }
        for column in line.minColumn..<line.maxColumn {
            set(Cell(text: cluster.text, width: 1, style: style), column, line.minRow)
        }
    }

    /// Fills a rectangle with blanks of a style.
    public mutating func fill(_ rect: Rect, style: Style = .plain) {
        let area = bounds.intersection(rect)
        for row in area.minRow..<max(area.minRow, area.maxRow) {
            for column in area.minColumn..<max(area.minColumn, area.maxColumn) {
                set(.blank(style), column, row)
            }
        }
    }

    /// Changes the style of a rectangle and keeps its text.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = bounds.intersection(rect)
        for row in area.minRow..<max(area.minRow, area.maxRow) {
            for column in area.minColumn..<max(area.minColumn, area.maxColumn) {
                let index = row * size.columns + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// Puts the terminal's cursor at a place; outside the picture it has none.
    public mutating func setCursor(column: Int, row: Int, _ visibility: CursorVisibility = .shown) {
        cursor = contains(column, row) ? Point(column: column, row: row) : nil
        cursorVisibility = visibility
    }

    /// Takes the terminal's cursor away.
    public mutating func hideCursor() {
        cursor = nil
    }

    private func contains(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && row >= 0 && column < size.columns && row < size.rows
    }

    /// Writes one cell and mends the wide characters that it cuts in half.
    private mutating func set(_ cell: Cell, _ column: Int, _ row: Int) {
        let start = row * size.columns
        let index = start + column
        if cells[index].width == 0, column > 0 {
            cells[index - 1] = .blank(cells[index - 1].style)
        }
        let last = column + max(1, cell.width) - 1
        if cells[start + last].width == 2, last + 1 < size.columns {
            cells[start + last + 1] = .blank(cells[start + last].style)
        }
        cells[index] = cell
        if cell.width == 2 {
            cells[index + 1] = Cell(text: "", width: 0, style: cell.style)
        }
    }
}

extension Cell {
    /// A blank of a style.
    static func blank(_ style: Style) -> Cell { Cell(text: " ", width: 1, style: style) }
}
