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
        /// It was not made; the row shows what the service has.
        case failed(Failure)
    }

    /// The user.
    public let user: UserReference
    /// The user's name, once it is known. Untrusted text.
    public private(set) var userName: String?
    /// The endpoints as last read, and how reading goes.
    public private(set) var endpoints = Loadable<[AppInstanceUserEndpointSummary]>.idle
    /// The rows to show; cursor and marks by EndpointId.
    public private(set) var rows = RowList<Row>()
    /// The details by EndpointId, as far as they were asked for.
    public private(set) var details: [String: Loadable<AppInstanceUserEndpoint>] = [:]
    /// The user's tags.
    public private(set) var tags = Loadable<[Tag]>.idle
    /// Changes that were sent and not yet confirmed, by EndpointId.
    public private(set) var pending: [String: Write] = [:]
    /// How the last change of a device has ended, by EndpointId.
    public private(set) var endings: [String: Ending] = [:]
    /// The change of several devices that is under way.
    public private(set) var bulk: BulkChange?
    /// A word about the last thing that was done.
    public internal(set) var notice: Notice?
    /// Whether device tokens are shown in full.
    public private(set) var showsTokens = false
    /// Whether the refresh under way takes long.
    public private(set) var isSlow = false

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
    }

    /// Why the endpoint under the cursor cannot be changed now; nil where it can.
    public var changeObstacle: String? {
        if bulk != nil { return "Several devices are being changed; wait for that to end." }
        if !rows.marks.isEmpty { return nil }
        guard let selected else { return "There is no device to change." }
        return pending[selected.endpointId] == nil
            ? nil : "A change of this device is under way; wait for it to end."
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

    /// Asks whether the endpoint under the cursor should be deregistered.
    public func askToDeregister() -> [Effect] {
        guard changeObstacle == nil else { return [] }
        guard rows.marks.isEmpty else { return askToDeregisterMarked() }
        guard let selected else { return [] }
        let confirmation = Confirmation(
            purpose: .deregister(endpointId: selected.endpointId), title: "Deregister this device?",
            details: [
                "Device  \(selected.name ?? "(no name)")",
                "Type    \(selected.type?.rawValue ?? "unknown")",
                "ID      \(selected.endpointId)",
                "User    \(userName ?? user.arn)",
                "",
                "It gets no more push notifications. This cannot be undone: the app must register the device again.",
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
        case .answered(.confirmed(.deregister(let endpointId))):
            guard pending[endpointId] == nil else { return [] }
            notice = nil
            return [.write(.deregister(userArn: user.arn, endpointId: endpointId))]
        case .answered(.confirmed(.sendAll(let writes))):
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
            endings = endings.filter { ids.contains($0.key) && $0.value != .confirmed }
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

    private mutating func finish(_ outcome: WriteOutcome) -> [Effect] {
        let name = outcome.write.endpointId.flatMap { id in
            endpoints.value?.first { $0.endpointId == id }?.name
        }
        if let endpointId = outcome.write.endpointId {
            pending[endpointId] = nil
            endings[endpointId] = Ending(outcome.result)
        }
        if bulk?.take(outcome) == true { return finishBulk(outcome) }
        let what = outcome.write.title(name: name)
        switch outcome.result {
        case .failure(let failure):
            notice = .failed(what: "\(what) failed", failure)
            if outcome.write.endpointId == nil, case .retag = outcome.write { return readTags() }
            return []
        case .success(let confirmation):
            let done = outcome.write.outcome(name: name)
            notice = .done(
                outcome.isUndo ? "Undone: \(done)." : done.prefix(1).uppercased() + done.dropFirst() + ".")
            return take(confirmation, of: outcome)
        }
    }

    private mutating func take(_ confirmation: WriteConfirmation, of outcome: WriteOutcome) -> [Effect] {
        switch confirmation {
        case .endpoint(let endpoint):
            let summary = AppInstanceUserEndpointSummary(endpoint)
            endpoints.modify { list in
                list = list.filter { $0.endpointId != endpoint.endpointId } + [summary]
            }
            details[endpoint.endpointId, default: .idle].finish(.success(endpoint), at: outcome.at)
            rows.replace(endpoints.value ?? [])
            if case .register = outcome.write { rows.select(endpoint.endpointId) }
            return []
        case .deregistered:
            endpoints.modify { list in list.removeAll { $0.endpointId == outcome.write.endpointId } }
            rows.replace(endpoints.value ?? [])
            return readDetails(again: false)
        case .tags(let tags):
            self.tags.finish(.success(tags), at: outcome.at)
            return []
        case .unread(let failure):
            notice = .failed(what: "The change was made, but reading it back failed", failure)
            return refresh()
        }
    }

    private mutating func readTags() -> [Effect] {
        tags.begin()
        return [.load(.tags(resourceArn: user.arn))]
    }

    private mutating func readDetails(again: Bool) -> [Effect] {
        guard let endpointId = selected?.endpointId else { return [] }
        let known = details[endpointId, default: .idle]
        guard !known.isLoading, again || known.value == nil else { return [] }
        details[endpointId, default: .idle].begin()
        return [.load(.endpoint(userArn: user.arn, endpointId: endpointId))]
    }

    /// Notes how one of several changes has ended; what failed stays marked, to be tried again.
    private mutating func finishBulk(_ outcome: WriteOutcome) -> [Effect] {
        var effects: [Effect] = []
        if case .success(let confirmation) = outcome.result {
            if let endpointId = outcome.write.endpointId { rows.clearMarks([endpointId]) }
            effects = take(confirmation, of: outcome)
        }
        guard let bulk, bulk.isDone else { return effects }
        // Those that had nothing to change are done as well.
        if bulk.isGood { rows.clearMarks() }
        notice = bulk.notice(isUndo: outcome.isUndo)
        self.bulk = nil
        return effects
    }
}

extension DevicesModel.Ending {
    init(_ result: Result<WriteConfirmation, Failure>) {
        switch result {
        case .success: self = .confirmed
        case .failure(let failure): self = .failed(failure)
        }
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
