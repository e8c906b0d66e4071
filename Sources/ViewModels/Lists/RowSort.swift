/// By which column a list is sorted.
public struct RowSort: Sendable, Hashable {
    /// The column.
    public var column: Int
    /// Whether the greatest comes first.
    public var isDescending: Bool

    /// An order.
    public init(column: Int = 0, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }
}
