/// The cursor of a list. It stays on the row it is on, whatever a refresh inserts, drops or reorders.
public struct ListCursor<ID: Hashable & Sendable>: Sendable, Equatable {
    /// The row's identity; nil where the list is empty.
    public private(set) var selected: ID?
    /// The row's place.
    public private(set) var index = 0

    /// A cursor that goes to the first row there will be.
    public init() {}

    /// A cursor that goes to a row as soon as it is there.
    public init(on id: ID) {
        selected = id
    }

    /// Follows its row to its new place; where the row is gone the cursor goes to the one that took its place.
    public mutating func follow(_ ids: [ID]) {
        if let selected, let place = ids.firstIndex(of: selected) {
            index = place
            return
        }
        // An empty list may be one that has not been read yet: the row asked for may still come.
        guard !ids.isEmpty else { return }
        index = min(index, ids.count - 1)
        selected = ids[index]
    }

    /// Moves to a row.
    public mutating func select(_ id: ID, in ids: [ID]) {
        selected = id
        follow(ids)
    }

    /// Moves by a number of rows and stops at the ends.
    public mutating func move(_ move: ListMove, in ids: [ID]) {
        guard !ids.isEmpty else { return }
        index = move.target(from: index, count: ids.count)
        selected = ids[index]
    }
}
