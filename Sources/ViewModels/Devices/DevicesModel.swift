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

    /// The user.
    public let user: UserReference
    /// The user's name, once it is known. Untrusted text.
    public private(set) var userName: String?
    /// The endpoints, sorted by name.
    public private(set) var endpoints = Loadable<[AppInstanceUserEndpointSummary]>.idle
    /// The details by EndpointId, as far as they were asked for.
    public private(set) var details: [String: Loadable<AppInstanceUserEndpoint>] = [:]
    /// The user's tags.
    public private(set) var tags = Loadable<[Tag]>.idle
    /// The cursor, by EndpointId.
    public private(set) var cursor = ListCursor<String>()
    /// Changes that were sent and not yet confirmed, by EndpointId.
    public private(set) var pending: [String: Write] = [:]
    /// A word about the last thing that was done.
    public private(set) var notice: Notice?
    /// Whether device tokens are shown in full.
    public private(set) var showsTokens = false
    /// Whether the refresh under way takes long.
    public private(set) var isSlow = false

    /// The devices of a user.
    public init(user: UserReference) {
        self.user = user
        userName = user.name
    }

    /// The rows.
    public var rows: [Row] { endpoints.value ?? [] }

    /// The endpoint under the cursor.
    public var selected: AppInstanceUserEndpointSummary? {
        rows.first { $0.endpointId == cursor.selected }
    }

    /// The details of the endpoint under the cursor.
    public var selectedDetails: Loadable<AppInstanceUserEndpoint> {
        cursor.selected.flatMap { details[$0] } ?? .idle
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
        cursor.move(move, in: rows.map(\.endpointId))
        return readDetails(again: false)
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
        guard let selected else { return "There is no device to change." }
        return pending[selected.endpointId] == nil
            ? nil : "A change of this device is under way; wait for it to end."
    }

    /// Mutes the endpoint under the cursor, or lets it receive messages again.
    public mutating func toggleAllowMessages() -> [Effect] {
        guard changeObstacle == nil, let selected else { return [] }
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
        guard changeObstacle == nil, let selected else { return [] }
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
        case .writing(let write) where write.resourceArn == user.arn:
            if let endpointId = write.endpointId { pending[endpointId] = write }
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
            self.endpoints.finish(.success(Self.sorted(endpoints)), at: date)
            let ids = rows.map(\.endpointId)
            details = details.filter { ids.contains($0.key) }
            cursor.follow(ids)
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
        if let endpointId = outcome.write.endpointId { pending[endpointId] = nil }
        let name = outcome.write.endpointId.flatMap { id in rows.first { $0.endpointId == id }?.name }
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
                list = Self.sorted(list.filter { $0.endpointId != endpoint.endpointId } + [summary])
            }
            details[endpoint.endpointId, default: .idle].finish(.success(endpoint), at: outcome.at)
            let ids = rows.map(\.endpointId)
            if case .register = outcome.write {
                cursor.select(endpoint.endpointId, in: ids)
            } else {
                cursor.follow(ids)
            }
            return []
        case .deregistered:
            endpoints.modify { list in list.removeAll { $0.endpointId == outcome.write.endpointId } }
            cursor.follow(rows.map(\.endpointId))
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

    /// By name without regard to case; equal names by id, so that the order never changes by itself.
    private static func sorted(_ endpoints: [AppInstanceUserEndpointSummary])
        -> [AppInstanceUserEndpointSummary]
    {
        endpoints.sorted {
            SortKey(text: ($0.name ?? "").lowercased(), identity: $0.endpointId)
                < SortKey(text: ($1.name ?? "").lowercased(), identity: $1.endpointId)
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
