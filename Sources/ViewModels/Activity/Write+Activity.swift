import ChimeIdentity
import Foundation

extension ActivityEntry {
    /// What is to be said of a write that has ended.
    ///
    /// - Parameters:
    ///   - deviceName: The device's name before the write, if it is known. Untrusted text.
    ///   - operations: The operations that were sent.
    ///   - requestIds: The ids of those that succeeded.
    init(_ outcome: WriteOutcome, deviceName: String?, operations: [String], requestIds: [String]) {
        let write = outcome.write
        let failure = outcome.result.failure
        let sentence = failure.map {
            ([$0.summary] + ($0.applied.map(Self.applied) ?? [])).joined(separator: " ")
        }
        self.init(
            time: Timestamp(outcome.at), kind: .write,
            title: write.title(name: deviceName), operations: operations,
            account: AppInstanceARN(write.resourceArn)?.parts.account, resource: write.resourceArn,
            endpoint: write.endpointId ?? outcome.newEndpointId,
            changes: write.changes + outcome.replacedId, outcome: failure == nil ? .done : .failed,
            isUndo: outcome.isUndo, error: sentence.map { write.withoutSecrets($0) }, code: failure?.code,
            requestIds: requestIds + [failure?.requestId].compactMap { $0 })
    }

    /// What is to be said of a read that has failed.
    init(_ failure: Failure, reading query: Query, at time: Date) {
        self.init(
            time: Timestamp(time), kind: .error, title: "Read \(query.title)",
            operations: [query.operation].compactMap { $0 },
            account: query.resourceArn.flatMap(AppInstanceARN.init)?.parts.account,
            resource: query.resourceArn, endpoint: query.endpointId, changes: [], outcome: .failed,
            isUndo: false, error: failure.summary, code: failure.code,
            requestIds: [failure.requestId].compactMap { $0 })
    }

    private static func applied(_ change: TagChange) -> [String] {
        let keys = change.put.map(\.key) + change.remove
        return keys.isEmpty ? [] : ["Changed before that: \(keys.joined(separator: ", "))."]
    }
}

extension Write {
    /// What it asks for, member by member. Without tokens.
    fileprivate var changes: [ActivityEntry.Change] {
        typealias Change = ActivityEntry.Change
        switch self {
        case .updateEndpoint(_, _, let change, let previous):
            return (change.name.map { [Change("Name", from: previous.name, to: $0)] } ?? [])
                + (change.allowMessages.map {
                    [Change("AllowMessages", from: previous.allowMessages?.rawValue, to: $0.rawValue)]
                } ?? [])
        case .register(_, let registration, _): return registration.changes(from: nil)
        case .replace(_, _, let replacement):
            return replacement.registration.changes(from: replacement.old).filter { $0.old != $0.new }
        case .deregister(_, _, let shown):
            return [
                Change("Name", from: shown.name, to: nil),
                Change("AllowMessages", from: shown.allowMessages.rawValue, to: nil),
                Change("EndpointStatus", from: shown.status, to: nil),
            ]
        case .retag(_, let change, let previous):
            let known = Dictionary(previous.put.map { ($0.key, $0.value) }) { $1 }
            return change.put.map { Change("Tag \($0.key)", from: known[$0.key], to: $0.value) }
                + change.remove.map { Change("Tag \($0)", from: known[$0], to: nil) }
        }
    }

    /// A text, such as a service's complaint that quotes what it was sent, with marks in place of tokens.
    fileprivate func withoutSecrets(_ text: String) -> String {
        let registrations: [Registration] =
            switch self {
            case .register(_, let registration, _): [registration]
            case .replace(_, _, let replacement): [replacement.registration, replacement.old]
            case .updateEndpoint, .deregister, .retag: []
            }
        return registrations.flatMap { [$0.deviceToken, $0.voipDeviceToken] }.filter { !$0.isEmpty }
            .reduce(text) { $0.replacingOccurrences(of: $1, with: "••••") }
    }
}

extension Registration {
    fileprivate func changes(from old: Registration?) -> [ActivityEntry.Change] {
        [
            ActivityEntry.Change("Name", from: old?.name, to: name),
            ActivityEntry.Change("Type", from: old?.type.rawValue, to: type.rawValue),
            ActivityEntry.Change("ResourceArn", from: old?.resourceArn, to: resourceArn),
            ActivityEntry.Change(
                "AllowMessages", from: old?.allowMessages.rawValue, to: allowMessages.rawValue),
        ]
    }
}

extension WriteOutcome {
    /// The id that the service has given to a device.
    fileprivate var newEndpointId: String? {
        if case (.register, .success(.endpoint(let endpoint))) = (write, result) {
            endpoint.endpointId
        } else {
            nil
        }
    }

    /// The id before and after a repair.
    fileprivate var replacedId: [ActivityEntry.Change] {
        guard case .success(.replaced(let endpoint, _)) = result else { return [] }
        return [ActivityEntry.Change("EndpointId", from: write.endpointId, to: endpoint.endpointId)]
    }
}

extension Result {
    /// The failure; nil where it went well.
    var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}
