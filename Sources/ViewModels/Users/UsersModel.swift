import ChimeIdentity
import Foundation

/// The user picker: the users of one AppInstance, read page by page, filtered by what is typed.
public struct UsersModel: PickerModel, Equatable {
    /// A row of the picker.
    public enum Row: Hashable, Sendable {
        /// A user that was read.
        case user(AppInstanceUserSummaryRow)
        /// What was typed, to be opened as the id or ARN of a user that was not read.
        case direct(UserReference)

        /// The ARN of the user.
        public var arn: String {
            switch self {
            case .user(let row): row.arn
            case .direct(let user): user.arn
            }
        }
    }

    /// The AppInstance whose users are shown.
    public let appInstanceArn: String
    /// The AppInstance's name, once it is known. Untrusted text.
    public private(set) var appInstanceName: String?
    /// What was read of the users.
    public private(set) var list = PagedList<AppInstanceUserSummary>()
    /// What is typed to see fewer.
    public private(set) var filter = TextFilter("")
    /// The rows to show, sorted by name.
    public private(set) var rows: [Row] = []
    /// The cursor, by the user's ARN.
    public private(set) var cursor = ListCursor<String>()
    /// Whether the page under way takes long.
    public private(set) var isSlow = false

    /// A picker of an AppInstance's users.
    public init(appInstanceArn: String) {
        self.appInstanceArn = appInstanceArn
    }

    /// The row under the cursor.
    public var selected: Row? { rows.first { $0.arn == cursor.selected } }

    /// Starts reading.
    public mutating func start() -> [Effect] {
        [.load(.appInstance(arn: appInstanceArn))] + refresh()
    }

    /// Reads the list again.
    public mutating func refresh() -> [Effect] {
        list.restart()
        isSlow = false
        return [.load(.users(appInstanceArn: appInstanceArn, nextToken: nil))]
    }

    /// Moves the cursor; near the end of what was read it reads on.
    public mutating func move(_ move: ListMove) -> [Effect] {
        cursor.move(move, in: rows.map(\.arn))
        return cursor.index >= rows.count - 10 ? readOn() : []
    }

    /// Shows only what fits. A filter has to see every user, so it reads on.
    public mutating func setFilter(_ text: String) -> [Effect] {
        filter = TextFilter(text)
        arrange()
        return filter.isEmpty ? [] : readOn()
    }

    /// Opens the user under the cursor.
    public func open() -> [Effect] {
        switch selected {
        case .user(let row): [.open(.devices(user: UserReference(arn: row.arn, name: row.name)))]
        case .direct(let user): [.open(.devices(user: user))]
        case nil: []
        }
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(.appInstance, .success(.appInstance(let instance)), _):
            appInstanceName = instance.name
            return []
        case .loaded(.users, .success(.users(let page, let nextToken)), let date):
            isSlow = false
            var following = list.take(page, nextToken: nextToken, at: date)
            if following == nil, !filter.isEmpty, let more = list.readOn() { following = more }
            arrange()
            return following.map { [.load(.users(appInstanceArn: appInstanceArn, nextToken: $0))] } ?? []
        case .loaded(.users, .failure(let failure), let date):
            isSlow = false
            list.fail(failure, at: date)
            return []
        case .slow(.users):
            isSlow = true
            return []
        default:
            return []
        }
    }

    private mutating func readOn() -> [Effect] {
        guard let token = list.readOn() else { return [] }
        return [.load(.users(appInstanceArn: appInstanceArn, nextToken: token))]
    }

    private mutating func arrange() {
        let shown = list.items.lazy.map(AppInstanceUserSummaryRow.init)
            .filter { [filter] row in filter.isEmpty || filter.matches([row.name ?? "", row.id]) }
        rows = shown.sorted { $0.sortKey < $1.sortKey }.map(Row.user)
        if rows.isEmpty, let arn = directArn { rows = [.direct(UserReference(arn: arn))] }
        cursor.follow(rows.map(\.arn))
    }

    /// What was typed, read as an ARN or as an id within the AppInstance.
    private var directArn: String? {
        let text = filter.text
        if text.hasPrefix("arn:") { return AppInstanceARN(text)?.userId == nil ? nil : text }
        guard (try? Shape.userId.validate(.string(text), parameter: "AppInstanceUserId")) != nil else {
            return nil
        }
        return AppInstanceARN(appInstanceArn)?.user(text)
    }
}

/// What the picker shows of a user.
public struct AppInstanceUserSummaryRow: Hashable, Sendable {
    /// The ARN.
    public let arn: String
    /// The id within the AppInstance.
    public let id: String
    /// The name. Untrusted text.
    public let name: String?

    /// The row of a user.
    public init(_ user: AppInstanceUserSummary) {
        arn = user.appInstanceUserArn
        id = AppInstanceARN(arn)?.userId ?? arn
        name = user.name
    }

    /// By name without regard to case; equal names by ARN, so that the order never changes by itself.
    var sortKey: SortKey { SortKey(text: (name ?? id).lowercased(), identity: arn) }
}

/// Sorts by a text, then by an identity.
struct SortKey: Comparable {
    let text: String
    let identity: String

    static func < (left: SortKey, right: SortKey) -> Bool {
        (left.text, left.identity) < (right.text, right.identity)
    }
}
