import ChimeIdentity
import Foundation

/// The picker of the account's AppInstances. Where there is just one it opens at once.
public struct AppInstancesModel: PickerModel, Equatable {
    /// What was read.
    public private(set) var list = PagedList<AppInstanceSummary>()
    /// The rows to show; the cursor by ARN.
    public private(set) var rows = RowList<AppInstanceSummary>()
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

    /// Changes cursor, order or filter.
    public mutating func arrange(_ change: (inout RowList<AppInstanceSummary>) -> Void) { change(&rows) }

    /// Opens the AppInstance under the cursor.
    public func open() -> [Effect] {
        destination.map { [.open($0)] } ?? []
    }

    /// What of the AppInstance under the cursor can be copied.
    public var copies: [CopyItem] {
        guard let instance = rows.selected else { return [] }
        return [CopyItem("ARN", instance.appInstanceArn)]
            + (instance.name.map { [CopyItem("name", $0)] } ?? [])
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(.appInstances, .success(.appInstances(let page, let nextToken)), let date):
            isSlow = false
            let following = list.take(page, nextToken: nextToken, at: date)
            rows.replace(list.items)
            if let following { return [.load(.appInstances(nextToken: following))] }
            guard !hasOpenedByItself else { return [] }
            hasOpenedByItself = true
            return rows.count == 1 && rows.filter.isEmpty ? destination.map { [.replace($0)] } ?? [] : []
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
        guard let arn = rows.selected?.appInstanceArn else { return nil }
        if let userId, let userArn = AppInstanceARN(arn)?.user(userId) {
            return .devices(user: UserReference(arn: userArn))
        }
        return .users(appInstanceArn: arn)
    }
}

extension AppInstanceSummary: ListRow {
    /// What the picker shows of an AppInstance.
    public static var columns: [ListColumn] { [ListColumn("name"), ListColumn("arn")] }

    /// The ARN.
    public var identity: String { appInstanceArn }

    /// What stands in a column.
    public func text(of column: Int) -> String { column == 0 ? name ?? "" : appInstanceArn }
}
