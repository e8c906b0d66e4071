/// A movement of a cursor, or of what is seen of a long text.
public enum ListMove: Sendable, Hashable {
    /// A number of rows down, or up where it is negative.
    case by(Int)
    /// To the first row.
    case first
    /// To the last row.
    case last
    /// To a row, counted from 0.
    case to(Int)

    /// Where it leads to; it stops at the ends.
    ///
    /// - Parameter count: How many rows there are.
    public func target(from index: Int, count: Int) -> Int {
        let wanted =
            switch self {
            case .by(let rows): index + rows
            case .first: 0
            case .last: count - 1
            case .to(let row): row
            }
        return max(0, min(count - 1, wanted))
    }
}
