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
    /// Moves the cursor.
    mutating func move(_ move: ListMove) -> [Effect]
    /// Sorts by the next column.
    mutating func sortByNextColumn()
    /// Turns the order round.
    mutating func reverseSort()
    /// Shows only what fits.
    mutating func setFilter(_ text: String) -> [Effect]
    /// Opens what is under the cursor.
    func open() -> [Effect]
    /// What of the row under the cursor can be copied.
    var copies: [CopyItem] { get }
    /// Takes what has happened.
    mutating func receive(_ message: Message) -> [Effect]
}
