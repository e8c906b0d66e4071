import Foundation

/// The picker of the profile or the region to go on with.
public struct SessionModel: PickerModel, Equatable {
    /// What is picked.
    public let part: SessionChoice.Part
    /// What was read.
    public private(set) var list = PagedList<SessionOption>()
    /// The rows to show; the cursor by name.
    public private(set) var rows: RowList<SessionOption>
    /// Whether the reading takes long.
    public private(set) var isSlow = false

    /// A picker.
    ///
    /// - Parameter current: The name in use, where the cursor starts.
    public init(part: SessionChoice.Part, current: String?) {
        self.part = part
        rows = RowList(cursorOn: current)
    }

    /// Starts reading.
    public mutating func start() -> [Effect] { refresh() }

    /// Reads the names again.
    public mutating func refresh() -> [Effect] {
        list.restart()
        isSlow = false
        return [.load(.sessionOptions(part))]
    }

    /// Changes cursor, order or filter.
    public mutating func arrange(_ change: (inout RowList<SessionOption>) -> Void) { change(&rows) }

    /// Goes on with what is under the cursor.
    public func open() -> [Effect] {
        rows.selected.map { [.choose(part, $0.name)] } ?? []
    }

    /// What of the row under the cursor can be copied.
    public var copies: [CopyItem] { rows.selected.map { [CopyItem("name", $0.name)] } ?? [] }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(.sessionOptions(part), .success(.sessionOptions(let options)), let date):
            isSlow = false
            _ = list.take(options, nextToken: nil, at: date)
            rows.replace(list.items)
        case .loaded(.sessionOptions(part), .failure(let failure), let date):
            isSlow = false
            list.fail(failure, at: date)
        case .slow(.sessionOptions(part)):
            isSlow = true
        default: break
        }
        return []
    }
}

extension SessionOption: ListRow {
    /// What the picker shows of a profile or region.
    public static var columns: [ListColumn] { [ListColumn("name"), ListColumn("detail")] }

    /// The name.
    public var identity: String { name }

    /// What stands in a column.
    public func text(of column: Int) -> String { column == 0 ? name : detail }
}
