import ChimeIdentity

/// Several changes of devices that were asked for together, one after the other.
public struct BulkChange: Sendable, Equatable {
    /// The changes.
    public let writes: [Write]
    /// How many of them have ended.
    public private(set) var done = 0
    private var failures: [Failure] = []

    /// Changes of which none has ended.
    init(writes: [Write]) {
        self.writes = writes
    }

    /// Whether all have ended.
    var isDone: Bool { done == writes.count }

    /// Whether none of those that have ended failed.
    var isGood: Bool { failures.isEmpty }

    /// How far it is, such as `muting 3/12`.
    public var progress: String { "\(doing) \(done)/\(writes.count)" }

    /// Notes how a change has ended.
    ///
    /// - Returns: Whether it is one of these.
    mutating func take(_ outcome: WriteOutcome) -> Bool {
        guard writes.contains(outcome.write) else { return false }
        done += 1
        if case .failure(let failure) = outcome.result { failures.append(failure) }
        return true
    }

    /// What to say at the end.
    func notice(isUndo: Bool) -> DevicesModel.Notice {
        guard let first = failures.first else {
            let what = "\(did) \(Self.devices(writes.count))."
            return .done(isUndo ? "Undone: \(what)" : what)
        }
        let next = isUndo ? "undo again to try those" : "they stay marked, to be tried again"
        return .failed(
            what: "\(failures.count) of \(Self.devices(writes.count)) failed; \(next)", first)
    }

    /// A number of devices in words.
    static func devices(_ count: Int) -> String { count == 1 ? "1 device" : "\(count) devices" }

    private var doing: String {
        switch writes.first {
        case .updateEndpoint(_, _, let change, _)?:
            change.allowMessages == AllowMessages.none ? "muting" : "allowing messages"
        case .deregister?: "deregistering"
        case .register?, .retag?, .replace?, nil: "changing"
        }
    }

    private var did: String {
        switch writes.first {
        case .updateEndpoint(_, _, let change, _)?:
            change.allowMessages == AllowMessages.none ? "Muted" : "Messages allowed to"
        case .deregister?: "Deregistered"
        case .register?, .retag?, .replace?, nil: "Changed"
        }
    }
}

extension DevicesModel {
    /// Asks whether the marked devices should be muted, or all of them allowed messages where none is to be muted.
    func askToToggleMarked() -> [Effect] {
        let devices = rows.marked
        let next: AllowMessages = devices.contains { !$0.isMuted } ? .none : .all
        let changing = devices.filter { ($0.allowMessages ?? .all) != next }
        let writes = changing.map { device in
            Write.updateEndpoint(
                userArn: user.arn, endpointId: device.endpointId,
                change: EndpointChange(allowMessages: next),
                previous: EndpointChange(allowMessages: device.allowMessages ?? .all))
        }
        let word = next == .none ? "Mute" : "Allow messages to"
        return ask(
            "\(word) \(BulkChange.devices(changing.count))?", accept: next == .none ? "Mute" : "Allow",
            writes,
            changing.map { "\(($0.allowMessages ?? .all).rawValue) → \(next.rawValue)  \(title(of: $0))" }
                + devices.filter { ($0.allowMessages ?? .all) == next }.map {
                    "stays \(next.rawValue)  \(title(of: $0))"
                })
    }

    /// Asks whether the marked devices should be deregistered.
    func askToDeregisterMarked() -> [Effect] {
        let devices = rows.marked
        return ask(
            "Deregister \(BulkChange.devices(devices.count))?", accept: "Deregister",
            devices.map {
                .deregister(userArn: user.arn, endpointId: $0.endpointId, shown: DeviceState($0))
            },
            devices.map(title)
                + ["", "They get no more push notifications. Undo registers them again, with new ids."])
    }

    private func ask(_ title: String, accept: String, _ writes: [Write], _ details: [String]) -> [Effect] {
        [
            .open(
                .confirm(
                    Confirmation(purpose: .sendAll(writes), title: title, details: details, accept: accept)))
        ]
    }

    private func title(of device: Row) -> String {
        "\(device.name ?? "(no name)")  \(device.type?.rawValue ?? "")  \(device.endpointId)"
    }
}
