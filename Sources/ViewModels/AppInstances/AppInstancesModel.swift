import ChimeIdentity
import Foundation

/// The picker of the account's AppInstances. Where there is just one it opens at once.
public struct AppInstancesModel: PickerModel, Equatable {
    /// What was read.
    public private(set) var list = PagedList<AppInstanceSummary>()
    /// What is typed to see fewer.
    public private(set) var filter = TextFilter("")
    /// The rows to show, sorted by name.
    public private(set) var rows: [AppInstanceSummary] = []
    /// The cursor, by ARN.
    public private(set) var cursor = ListCursor<String>()
    /// Whether the page under way takes long.
    public private(set) var isSlow = false
    private var hasOpenedByItself = false
    private let userId: String?

    /// A picker.
    ///
    /// - Parameter openingUser: The id of a user to open within the AppInstance; nil opens the list of users.
    public init(openingUser: String? = nil) {
        userId = openingUser
    }

    /// Starts reading.
    public mutating func start() -> [Effect] { refresh() }

    /// Reads the list again.
    public mutating func refresh() -> [Effect] {
        list.restart()
        isSlow = false
        return [.load(.appInstances(nextToken: nil))]
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) -> [Effect] {
        cursor.move(move, in: rows.map(\.appInstanceArn))
        return []
    }

    /// Shows only what fits.
    public mutating func setFilter(_ text: String) -> [Effect] {
        filter = TextFilter(text)
        arrange()
        return []
    }

    /// Opens the AppInstance under the cursor.
    public func open() -> [Effect] {
        destination.map { [.open($0)] } ?? []
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(.appInstances, .success(.appInstances(let page, let nextToken)), let date):
            isSlow = false
            let following = list.take(page, nextToken: nextToken, at: date)
            arrange()
            if let following { return [.load(.appInstances(nextToken: following))] }
            guard !hasOpenedByItself else { return [] }
            hasOpenedByItself = true
            return rows.count == 1 && filter.isEmpty ? destination.map { [.replace($0)] } ?? [] : []
        case .loaded(.appInstances, .failure(let failure), let date):
            isSlow = false
            list.fail(failure, at: date)
            return []
        case .slow(.appInstances):
            isSlow = true
            return []
        default:
            return []
        }
    }

    /// Where opening the AppInstance under the cursor leads.
    private var destination: Route? {
        guard let arn = cursor.selected else { return nil }
        if let userId, let userArn = AppInstanceARN(arn)?.user(userId) {
            return .devices(user: UserReference(arn: userArn))
        }
        return .users(appInstanceArn: arn)
    }

    private mutating func arrange() {
        rows =
            list.items
            .filter { filter.isEmpty || filter.matches([$0.name ?? "", $0.appInstanceArn]) }
            .sorted {
                SortKey(text: ($0.name ?? "").lowercased(), identity: $0.appInstanceArn)
                    < SortKey(text: ($1.name ?? "").lowercased(), identity: $1.appInstanceArn)
            }
        cursor.follow(rows.map(\.appInstanceArn))
    }
}
