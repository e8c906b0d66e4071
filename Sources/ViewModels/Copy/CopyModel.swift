/// The menu of what can be copied.
public struct CopyModel: Sendable, Equatable {
    /// What can be copied.
    public let items: [CopyItem]
    /// The place of the cursor.
    public private(set) var cursor = 0
    /// Why the last one that was to be copied was not.
    public private(set) var refusal: String?

    /// A menu.
    public init(_ items: [CopyItem]) {
        self.items = items
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) {
        refusal = nil
        cursor = move.target(from: cursor, count: items.count)
    }

    /// Copies what is under the cursor, and closes the menu.
    public mutating func copy() -> [Effect] {
        guard cursor < items.count else { return [.back] }
        let item = items[cursor]
        refusal = item.obstacle
        return refusal == nil ? [.copy(item), .back] : []
    }
}
