import Foundation

/// What was changed and what went wrong, the latest first.
public struct ActivityModel: PickerModel, Equatable {
    /// What was read.
    public private(set) var list = PagedList<ActivityEntry>()
    /// The rows to show.
    public private(set) var rows = RowList<ActivityEntry>(sortedBy: RowSort(isDescending: true))
    /// Whether the reading takes long.
    public private(set) var isSlow = false

    /// A list that has not been read.
    public init() {}

    /// Starts reading.
    public mutating func start() -> [Effect] { refresh() }

    /// Reads the entries again.
    public mutating func refresh() -> [Effect] {
        list.restart()
        isSlow = false
        return [.load(.activity)]
    }

    /// Changes cursor, order or filter.
    public mutating func arrange(_ change: (inout RowList<ActivityEntry>) -> Void) { change(&rows) }

    /// Shows everything of the entry under the cursor.
    public func open() -> [Effect] {
        rows.selected.map { [.open(.activityEntry($0))] } ?? []
    }

    /// What of the row under the cursor can be copied.
    public var copies: [CopyItem] { rows.selected?.copies ?? [] }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(.activity, .success(.activity(let entries)), let date):
            isSlow = false
            _ = list.take(entries, nextToken: nil, at: date)
            rows.replace(list.items)
        case .slow(.activity): isSlow = true
        // What was recorded has come to the journal before anybody is told.
        case .written: return refresh()
        default: break
        }
        return []
    }
}
