/// A size in character cells. Neither side is negative.
public struct Size: Hashable, Sendable {
    /// The width in cells.
    public let columns: Int
    /// The height in cells.
    public let rows: Int

    /// A size; negative sides count as 0.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns.asCoordinate)
        self.rows = max(0, rows.asCoordinate)
    }
}

/// A cell's place, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
    /// Cells from the left edge.
    public let column: Int
    /// Cells from the top edge.
    public let row: Int

    /// A place.
    public init(column: Int, row: Int) {
        self.column = column.asCoordinate
        self.row = row.asCoordinate
    }
}

extension Int {
    /// The nearest number that can be added to others of its kind without overflow: layout computes with what
    /// it is given, and must survive anything.
    var asCoordinate: Int { Swift.min(Swift.max(self, -1 << 30), 1 << 30) }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
    /// The top left cell.
    public let origin: Point
    /// The extent.
    public let size: Size

    /// A rectangle from its top left cell and its extent.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        origin = Point(column: column, row: row)
        size = Size(columns: columns, rows: rows)
    }

    /// The rectangle at the origin that covers a size.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// The first column.
    public var minColumn: Int { origin.column }
    /// The column after the last one.
    public var maxColumn: Int { origin.column + size.columns }
    /// The first row.
    public var minRow: Int { origin.row }
    /// The row after the last one.
    public var maxRow: Int { origin.row + size.rows }
    /// The width in cells.
    public var columns: Int { size.columns }
    /// The height in cells.
    public var rows: Int { size.rows }

    /// Whether a cell lies in it.
    public func contains(_ point: Point) -> Bool {
        point.column >= minColumn && point.column < maxColumn && point.row >= minRow && point.row < maxRow
    }

    /// The cells that both rectangles cover.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(minColumn, other.minColumn)
        let top = max(minRow, other.minRow)
        return Rect(
            column: left, row: top, columns: min(maxColumn, other.maxColumn) - left,
            rows: min(maxRow, other.maxRow) - top)
    }

    /// The rectangle without the given number of cells at its edges.
    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(
            column: minColumn + left.asCoordinate, row: minRow + top.asCoordinate,
            columns: columns - left.asCoordinate - right.asCoordinate,
            rows: rows - top.asCoordinate - bottom.asCoordinate)
    }

    /// A rectangle of the given size in the middle of this one, cut to fit into it.
    public func centered(_ size: Size) -> Rect {
        let columns = min(size.columns, self.columns)
        let rows = min(size.rows, self.rows)
        return Rect(
            column: minColumn + (self.columns - columns) / 2, row: minRow + (self.rows - rows) / 2,
            columns: columns, rows: rows)
    }

    /// The top rows and what is left below them.
    public func split(top rows: Int) -> (top: Rect, rest: Rect) {
        let height = min(max(0, rows), self.rows)
        return (
            Rect(column: minColumn, row: minRow, columns: columns, rows: height),
            Rect(column: minColumn, row: minRow + height, columns: columns, rows: self.rows - height)
        )
    }

    /// The bottom rows and what is left above them.
    public func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
        let height = min(max(0, rows), self.rows)
        let (rest, bottom) = split(top: self.rows - height)
        return (rest, bottom)
    }

    /// The left columns and what is left beside them.
    public func split(left columns: Int) -> (left: Rect, rest: Rect) {
        let width = min(max(0, columns), self.columns)
        return (
            Rect(column: minColumn, row: minRow, columns: width, rows: rows),
            Rect(column: minColumn + width, row: minRow, columns: self.columns - width, rows: rows)
        )
    }
}
