import Foundation

/// A list to pick one thing from, read page by page and filtered by what is typed.
public protocol PickerModel: Sendable {
    /// A row.
    associatedtype Row: ListRow
    /// What was read is kept as.
    associatedtype Item: Sendable & Equatable

    /// What was read, and how reading goes.
    var list: PagedList<Item> { get }
    /// The rows to show, with filter, order and cursor.
    var rows: RowList<Row> { get }
    /// Whether the page under way takes long.
    var isSlow: Bool { get }

    /// Starts reading.
    mutating func start() -> [Effect]
    /// Reads the list again.
    mutating func refresh() -> [Effect]
    /// Changes cursor, order or filter of what was read.
    mutating func arrange(_ change: (inout RowList<Row>) -> Void)
    /// Moves the cursor.
    mutating func move(_ move: ListMove) -> [Effect]
    /// Shows only what fits.
    mutating func setFilter(_ text: String) -> [Effect]
    /// Opens what is under the cursor.
    func open() -> [Effect]
    /// What of the row under the cursor can be copied.
    var copies: [CopyItem] { get }
    /// Takes what has happened.
    mutating func receive(_ message: Message) -> [Effect]
}

extension PickerModel {
    /// Moves the cursor.
    public mutating func move(_ move: ListMove) -> [Effect] {
        arrange { $0.move(move) }
        return []
    }

    /// Shows only what fits.
    public mutating func setFilter(_ text: String) -> [Effect] {
        arrange { $0.setFilter(text) }
        return []
    }

    /// Sorts by the next column.
    public mutating func sortByNextColumn() {
        arrange { $0.sortByNextColumn() }
    }

    /// Turns the order round.
    public mutating func reverseSort() {
        arrange { $0.reverseSort() }
    }
}
