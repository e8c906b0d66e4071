/// Which rows of a list are visible. It moves no more than it must to keep the cursor's row in sight.
public struct ListViewport: Sendable, Equatable {
    /// The first visible row.
    public private(set) var offset = 0

    /// A viewport at the top.
    public init() {}

    /// Makes the cursor's row visible.
    ///
    /// - Parameters:
    ///   - index: The cursor's row; nil where the list is empty.
    ///   - count: How many rows the list has.
    ///   - height: How many rows are visible.
    public mutating func follow(_ index: Int?, count: Int, height: Int) {
        let height = max(1, height)
        if let index {
            offset = min(offset, index)
            offset = max(offset, index - height + 1)
        }
        offset = max(0, min(offset, count - height))
    }

    /// The visible rows.
    public func visible(count: Int, height: Int) -> Range<Int> {
        let start = min(offset, count)
        return start..<min(count, start + max(0, height))
    }
}
