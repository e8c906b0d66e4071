import Foundation

/// The picker of the profile or the region to go on with.
public struct SessionModel: PickerModel, Equatable {
    /// What is picked.
    public let part: SessionChoice.Part
    /// What was read.
    public private(set) var list = PagedList<SessionOption>()
    /// What is typed to see fewer.
    public private(set) var filter = TextFilter("")
    /// The rows to show, in the order that they came in.
    public private(set) var rows: [SessionOption] = []
    /// The cursor, by name.
    public private(set) var cursor: ListCursor<String>
    /// Whether the reading takes long.
    public private(set) var isSlow = false

    /// A picker.
    ///
    /// - Parameter current: The name in use, where the cursor starts.
    public init(part: SessionChoice.Part, current: String?) {
        self.part = part
        cursor = current.map(ListCursor.init(on:)) ?? ListCursor()
    }

    /// Starts reading.
    public mutating func start() -> [Effect] { refresh() }

    /// Reads the names again.
    public mutating func refresh() -> [Effect] {
        list.restart()
        isSlow = false
        return [.load(.sessionOptions(part))]
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) -> [Effect] {
        cursor.move(move, in: rows.map(\.name))
        return []
    }

    /// Shows only what fits.
    public mutating func setFilter(_ text: String) -> [Effect] {
        filter = TextFilter(text)
        arrange()
        return []
    }

    /// Goes on with what is under the cursor.
    public func open() -> [Effect] {
        cursor.selected.map { [.choose(part, $0)] } ?? []
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(.sessionOptions(part), .success(.sessionOptions(let options)), let date):
            isSlow = false
            _ = list.take(options, nextToken: nil, at: date)
            arrange()
        case .loaded(.sessionOptions(part), .failure(let failure), let date):
            isSlow = false
            list.fail(failure, at: date)
        case .slow(.sessionOptions(part)):
            isSlow = true
        default: break
        }
        return []
    }

    private mutating func arrange() {
        rows = list.items.filter { filter.isEmpty || filter.matches([$0.name, $0.detail]) }
        cursor.follow(rows.map(\.name))
    }
}
