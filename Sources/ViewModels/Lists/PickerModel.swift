import Foundation

/// A list to pick one thing from, read page by page and filtered by what is typed.
public protocol PickerModel: Sendable {
    /// A row.
    associatedtype Row: Sendable
    /// What was read is kept as.
    associatedtype Item: Sendable & Equatable

    /// What was read, and how reading goes.
    var list: PagedList<Item> { get }
    /// The rows to show.
    var rows: [Row] { get }
    /// The cursor, by a row's identity.
    var cursor: ListCursor<String> { get }
    /// What is typed to see fewer rows.
    var filter: TextFilter { get }
    /// Whether the page under way takes long.
    var isSlow: Bool { get }

    /// Starts reading.
    mutating func start() -> [Effect]
    /// Reads the list again.
    mutating func refresh() -> [Effect]
    /// Moves the cursor.
    mutating func move(_ move: ListMove) -> [Effect]
    /// Shows only what fits.
    mutating func setFilter(_ text: String) -> [Effect]
    /// Opens what is under the cursor.
    func open() -> [Effect]
    /// Takes what has happened.
    mutating func receive(_ message: Message) -> [Effect]
}
