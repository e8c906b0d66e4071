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
    /// The users that were read; the cursor by ARN.
    private var users = RowList<Row>()
    /// What was typed, where it names a user that was not read and nothing else fits.
    private var direct: RowList<Row>?
    /// Whether the page under way takes long.
    public private(set) var isSlow = false

    /// A picker of an AppInstance's users.
    public init(appInstanceArn: String) {
        self.appInstanceArn = appInstanceArn
    }

    /// The rows to show; the cursor by ARN.
    public var rows: RowList<Row> { direct ?? users }

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
        users.move(move)
        return users.cursor >= users.count - 10 ? readOn() : []
    }

    /// Changes cursor, order or filter of the users that were read.
    public mutating func arrange(_ change: (inout RowList<Row>) -> Void) { change(&users) }

    /// Shows only what fits. A filter has to see every user, so it reads on.
    public mutating func setFilter(_ text: String) -> [Effect] {
        users.setFilter(text)
        offerDirect()
        return users.filter.isEmpty ? [] : readOn()
    }

    /// Opens the user under the cursor.
    public func open() -> [Effect] {
        switch rows.selected {
        case .user(let row): [.open(.devices(user: UserReference(arn: row.arn, name: row.name)))]
        case .direct(let user): [.open(.devices(user: user))]
        case nil: []
        }
    }

    /// What of the user under the cursor can be copied.
    public var copies: [CopyItem] {
        switch rows.selected {
        case .user(let user):
            [CopyItem("ARN", user.arn), CopyItem("user id", user.id)]
                + (user.name.map { [CopyItem("name", $0)] } ?? [])
        case .direct(let user): [CopyItem("ARN", user.arn)]
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
            let isMore = !list.isReadAnew
            var following = list.take(page, nextToken: nextToken, at: date)
            if following == nil, !users.filter.isEmpty, let more = list.readOn() { following = more }
            if isMore {
                users.insert(page.map(Row.init))
            } else if !list.isReadAnew || list.items.count > users.total {
                users.replace(list.items.map(Row.init))
            }
            offerDirect()
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

    private mutating func offerDirect() {
        direct = nil
        guard users.count == 0, let arn = directArn else { return }
        var direct = RowList<Row>()
        direct.setFilter(users.filter.text)
        direct.replace([.direct(UserReference(arn: arn))])
        self.direct = direct
    }

    /// What was typed, read as an ARN or as an id within the AppInstance.
    private var directArn: String? {
        let text = users.filter.text
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
}

extension UsersModel.Row: ListRow {
    /// What the picker shows of a user.
    public static var columns: [ListColumn] { [ListColumn("name"), ListColumn("id")] }

    /// The ARN.
    public var identity: String { arn }

    /// What stands in a column. A user without a name goes by the id.
    public func text(of column: Int) -> String {
        switch self {
        case .user(let row): column == 0 ? row.name ?? row.id : row.id
        // What was typed fits itself.
        case .direct(let user): column == 0 ? user.arn : user.title
        }
    }

    init(_ user: AppInstanceUserSummary) {
        self = .user(AppInstanceUserSummaryRow(user))
    }
}
