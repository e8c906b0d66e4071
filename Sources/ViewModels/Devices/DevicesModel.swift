import ChimeIdentity
import Foundation

/// The devices of one user: their endpoints with details, the user's tags, and what is being changed.
public struct DevicesModel: Sendable, Equatable {
    /// A row of the list.
    public typealias Row = AppInstanceUserEndpointSummary
    /// What should be done about a device.
    public typealias NextStep = Diagnosis.NextStep

    /// A word about the last thing that was done, shown until the next one.
    public enum Notice: Sendable, Equatable {
        /// It went well.
        case done(String)
        /// It could not be done, or went wrong without an error of the service.
        case refused(String)
        /// The service or the way to it failed.
        case failed(what: String, Failure)
    }

    /// How a change of a device has ended.
    public enum Ending: Sendable, Equatable {
        /// The service has it: reading back has shown that.
        case confirmed
        /// It was not made, as far as is known; the row shows what the service has.
        case failed(Write)
    }

    /// The user.
    public let user: UserReference
    /// The user's name, once it is known. Untrusted text.
    public internal(set) var userName: String?
    /// The endpoints as last read, and how reading goes.
    public internal(set) var endpoints = Loadable<[AppInstanceUserEndpointSummary]>.idle
    /// The rows to show; cursor and marks by EndpointId.
    public internal(set) var rows = RowList<Row>()
    /// The details by EndpointId, as far as they were asked for.
    public internal(set) var details: [String: Loadable<AppInstanceUserEndpoint>] = [:]
    /// The user's tags.
    public internal(set) var tags = Loadable<[Tag]>.idle
    /// Changes that were sent and not yet confirmed, by EndpointId.
    public internal(set) var pending: [String: Write] = [:]
    /// How the last change of a device has ended, by EndpointId.
    public internal(set) var endings: [String: Ending] = [:]
    /// The change of several devices that is under way.
    public internal(set) var bulk: BulkChange?
    /// A word about the last thing that was done.
    public internal(set) var notice: Notice?
    /// Whether device tokens are shown in full.
    public internal(set) var showsTokens = false
    /// Whether the refresh under way takes long.
    public internal(set) var isSlow = false

    /// The devices of a user.
    public init(user: UserReference) {
        self.user = user
        userName = user.name
    }

    /// The endpoint under the cursor.
    public var selected: AppInstanceUserEndpointSummary? { rows.selected }

    /// The details of the endpoint under the cursor.
    public var selectedDetails: Loadable<AppInstanceUserEndpoint> {
        selected.flatMap { details[$0.endpointId] } ?? .idle
    }

    /// Why the endpoint under the cursor gets messages or not.
    public var diagnosis: Diagnosis? {
        guard let selected else { return nil }
        guard var details = selectedDetails.value else { return Diagnosis(selected) }
        // The list is read more often than the details.
        details.allowMessages = selected.allowMessages
        details.endpointState = selected.endpointState
        return Diagnosis(details, userArn: user.arn)
    }

    /// Starts reading.
    public mutating func start() -> [Effect] {
        (userName == nil ? [.load(.user(arn: user.arn))] : [])
            + (AppInstanceARN(user.arn).map { [.load(.appInstance(arn: $0.appInstance))] } ?? []) + refresh()
    }

    /// Reads everything again.
    public mutating func refresh() -> [Effect] {
        endpoints.begin()
        tags.begin()
        isSlow = false
        return [.load(.endpoints(userArn: user.arn)), .load(.tags(resourceArn: user.arn))]
            + readDetails(again: true)
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) -> [Effect] {
        rows.move(move)
        return readDetails(again: false)
    }

    /// Shows only what fits.
    public mutating func setFilter(_ text: String) -> [Effect] {
        rows.setFilter(text)
        return readDetails(again: false)
    }

    /// Sorts by the next column.
    public mutating func sortByNextColumn() {
        rows.sortByNextColumn()
    }

    /// Turns the order round.
    public mutating func reverseSort() {
        rows.reverseSort()
    }

    /// Marks the device under the cursor or takes its mark away, and goes on to the next.
    public mutating func toggleMark() -> [Effect] {
        rows.toggleMark()
        return readDetails(again: false)
    }

    /// Marks every device that is shown.
    public mutating func markAll() {
        rows.markAll()
    }

    /// Takes all marks away.
    public mutating func clearMarks() {
        rows.clearMarks()
    }

    /// Shows or masks device tokens.
    public mutating func toggleTokens() {
        showsTokens.toggle()
    }

    /// Notes why a command cannot run.
    public mutating func refuse(_ reason: String) {
        notice = .refused(reason)
        // Whoever has been told may press again.
        rows.acceptRow()
    }

    /// Why the endpoint under the cursor cannot be changed now; nil where it can.
    public var changeObstacle: String? {
        if bulk != nil { return "Several devices are being changed; wait for that to end." }
        if !rows.marks.isEmpty { return nil }
        guard let selected else { return "There is no device to change." }
        if let lostRow { return lostRow }
        return pending[selected.endpointId] == nil
            ? nil : "A change of this device is under way; wait for it to end."
    }

    /// Said before a change of a device that nobody has put the cursor on.
    private var lostRow: String? {
        guard rows.hasLostRow, let selected else { return nil }
        return
            "The device under the cursor is gone; press again to change “\(selected.name ?? selected.endpointId)”."
    }

    /// Mutes the endpoint under the cursor, or lets it receive messages again.
    public mutating func toggleAllowMessages() -> [Effect] {
        guard changeObstacle == nil else { return [] }
        guard rows.marks.isEmpty else { return askToToggleMarked() }
        guard let selected else { return [] }
        let previous = selected.allowMessages ?? .all
        let next: AllowMessages = previous == .none ? .all : .none
        notice = nil
        return [
            .write(
                .updateEndpoint(
                    userArn: user.arn, endpointId: selected.endpointId,
                    change: EndpointChange(allowMessages: next),
                    previous: EndpointChange(allowMessages: previous)))
        ]
    }

    /// Asks for a new name of the endpoint under the cursor.
    public func rename() -> [Effect] {
        guard changeObstacle == nil, let selected else { return [] }
        return [
            .open(.rename(user: user, endpointId: selected.endpointId, name: selected.name ?? ""))
        ]
    }

    /// Why the endpoint under the cursor cannot be repaired; nil where it can.
    public var repairObstacle: String? {
        guard let selected else { return "There is no device to repair." }
        if let lostRow { return lostRow }
        if selected.endpointState?.status != .inactive {
            return "Only a device that is INACTIVE needs repair."
        }
        if pending[selected.endpointId] != nil || bulk != nil {
            return "A change of this device is under way; wait for it to end."
        }
        return selectedDetails.value == nil ? "The details have not been read yet." : nil
    }

    /// Opens the form that registers the endpoint under the cursor anew, corrected.
    public func repair() -> [Effect] {
        guard repairObstacle == nil, let endpoint = selectedDetails.value else { return [] }
        return [
            .open(
                .repair(
                    user: user, endpointId: endpoint.endpointId, old: Registration(endpoint),
                    fault: diagnosis?.faults.first))
        ]
    }

    /// Asks whether the endpoint under the cursor should be deregistered.
    public func askToDeregister() -> [Effect] {
        guard changeObstacle == nil else { return [] }
        guard rows.marks.isEmpty else { return askToDeregisterMarked() }
        guard let selected else { return [] }
        let confirmation = Confirmation(
            purpose: .sendAll([
                .deregister(
                    userArn: user.arn, endpointId: selected.endpointId, shown: DeviceState(selected))
            ]), title: "Deregister this device?",
            details: [
                "Device  \(selected.name ?? "(no name)")",
                "Type    \(selected.type?.rawValue ?? "unknown")",
                "ID      \(selected.endpointId)",
                "User    \(userName ?? user.arn)",
                "",
                "It gets no more push notifications. Undo registers it again, with a new id.",
            ],
            accept: "Deregister")
        return [.open(.confirm(confirmation))]
    }

    /// Takes back the last change.
    public mutating func undo() -> [Effect] {
        notice = nil
        return [.undo]
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(let query, let result, let date):
            return receive(query, result, at: date)
        case .slow(.endpoints):
            isSlow = true
            return []
        case .refreshDue:
            return endpoints.isLoading ? [] : refresh()
        case .answered(.confirmed(.sendAll(let writes))):
            guard !writes.contains(where: { $0.endpointId.map { pending[$0] != nil } ?? false }) else {
                return []
            }
            notice = nil
            return [.writeAll(writes)]
        case .writing(let write) where write.resourceArn == user.arn:
            if let endpointId = write.endpointId {
                pending[endpointId] = write
                endings[endpointId] = nil
            }
            return []
        case .writingAll(let writes) where writes.first?.resourceArn == user.arn:
            bulk = BulkChange(writes: writes)
            return []
        case .written(let outcome) where outcome.write.resourceArn == user.arn:
            return finish(outcome)
        case .done(let text):
            notice = .done(text)
            return []
        case .notice(let text):
            notice = .refused(text)
            return []
        default:
            return []
        }
    }

    private mutating func receive(_ query: Query, _ result: Result<QueryResult, Failure>, at date: Date)
        -> [Effect]
    {
        switch (query, result) {
        case (.user, .success(.user(let user))):
            userName = user.name
        case (.endpoints, .success(.endpoints(let endpoints))):
            isSlow = false
            self.endpoints.finish(.success(endpoints), at: date)
            let ids = Set(endpoints.map(\.endpointId))
            details = details.filter { ids.contains($0.key) }
            endings = endings.filter { id, ending in
                guard case .failed(let write) = ending else { return false }
                return endpoints.contains { $0.endpointId == id && !write.isMade(in: DeviceState($0)) }
            }
            rows.replace(endpoints)
            return readDetails(again: false)
        case (.endpoints, .failure(let failure)):
            isSlow = false
            endpoints.finish(.failure(failure), at: date)
        case (.endpoint(_, let endpointId), .success(.endpoint(let endpoint))):
            details[endpointId, default: .idle].finish(.success(endpoint), at: date)
        case (.endpoint(_, let endpointId), .failure(let failure)):
            details[endpointId, default: .idle].finish(.failure(failure), at: date)
        case (.tags, .success(.tags(let tags))):
            self.tags.finish(.success(tags), at: date)
        case (.tags, .failure(let failure)):
            tags.finish(.failure(failure), at: date)
        default:
            break
        }
        return []
    }

    mutating func readTags() -> [Effect] {
        tags.begin()
        return [.load(.tags(resourceArn: user.arn))]
    }

    mutating func readDetails(again: Bool) -> [Effect] {
        guard let endpointId = selected?.endpointId else { return [] }
        let known = details[endpointId, default: .idle]
        guard !known.isLoading, again || known.value == nil else { return [] }
        details[endpointId, default: .idle].begin()
        return [.load(.endpoint(userArn: user.arn, endpointId: endpointId))]
    }
}

extension AppInstanceUserEndpointSummary: ListRow {
    /// What the list shows of a device, and its id to be filtered by.
    public static var columns: [ListColumn] {
        [
            ListColumn("name"), ListColumn("status", .term), ListColumn("allow", .term),
            ListColumn("type", .term), ListColumn("id", isShown: false),
        ]
    }

    /// The EndpointId.
    public var identity: String { endpointId }

    /// What stands in a column.
    public func text(of column: Int) -> String {
        switch column {
        case 0: name ?? ""
        case 1:
            [endpointState?.status.rawValue, endpointState?.statusReason?.rawValue].compactMap { $0 }
                .joined(separator: " ")
        case 2: allowMessages?.rawValue ?? ""
        case 3: type?.rawValue ?? ""
        default: endpointId
        }
    }
}

extension AppInstanceUserEndpointSummary {
    /// Whether the device is opted out of messages.
    public var isMuted: Bool { allowMessages == AllowMessages.none }

    /// What the list would say of an endpoint.
    init(_ endpoint: AppInstanceUserEndpoint) {
        self.init(
            appInstanceUserArn: endpoint.appInstanceUserArn, endpointId: endpoint.endpointId,
            name: endpoint.name, type: endpoint.type, allowMessages: endpoint.allowMessages,
            endpointState: endpoint.endpointState)
    }
}
