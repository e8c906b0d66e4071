import ChimeIdentity

extension DevicesModel {
    /// Takes how a write has ended.
    mutating func finish(_ outcome: WriteOutcome) -> [Effect] {
        let name = outcome.write.endpointId.flatMap { id in
            endpoints.value?.first { $0.endpointId == id }?.name
        }
        if let endpointId = outcome.write.endpointId {
            pending[endpointId] = nil
            endings[endpointId] = Ending(outcome)
        }
        if bulk?.take(outcome) == true { return finishBulk(outcome) }
        let what = outcome.write.title(name: name)
        switch outcome.result {
        case .failure(let failure):
            notice = .failed(what: "\(what) failed", failure)
            if let now = failure.changed { return refresh() + askAgain(outcome, now: now, name: name) }
            if outcome.write.endpointId == nil, case .retag = outcome.write { return readTags() }
            return []
        case .success(let confirmation):
            let done = outcome.write.outcome(name: name)
            var words =
                outcome.isUndo ? "Undone: \(done)." : done.prefix(1).uppercased() + done.dropFirst() + "."
            if outcome.isUndo, case .register = outcome.write { words += " Its id is new." }
            notice = .done(words)
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
            endings[endpoint.endpointId] = .confirmed
            // What comes back by undo must not take the cursor from under somebody's next key.
            if case .register = outcome.write, !outcome.isUndo { rows.select(endpoint.endpointId) }
            return []
        case .replaced(let endpoint, let leftover):
            if let leftover {
                notice = .failed(
                    what: "The device is registered anew, but removing the old endpoint failed", leftover)
            }
            endings[endpoint.endpointId] = .confirmed
            rows.select(endpoint.endpointId)
            return refresh()
        case .deregistered:
            endpoints.modify { list in list.removeAll { $0.endpointId == outcome.write.endpointId } }
            rows.replace(endpoints.value ?? [])
            // That it would go was known.
            rows.acceptRow()
            return readDetails(again: false)
        case .tags(let tags):
            self.tags.finish(.success(tags), at: outcome.at)
            return []
        case .unread(let failure):
            notice = .failed(what: "The change was made, but reading it back failed", failure)
            return refresh()
        }
    }

    /// Shows both, the device as it was shown and as it is now, and asks whether to go ahead.
    private func askAgain(_ outcome: WriteOutcome, now: DeviceState, name: String?) -> [Effect] {
        let write = outcome.write
        // The line that renames stays open with the name, and tells it there.
        if case .updateEndpoint(_, _, let change, _) = write, change.name != nil, !outcome.isUndo {
            return []
        }
        guard let endpointId = write.endpointId,
            let shown = endpoints.value?.first(where: { $0.endpointId == endpointId })
        else { return [] }
        let differences = write.shownState(of: shown).differences(to: now)
        return [
            .open(
                .confirm(
                    Confirmation(
                        purpose: .sendAll([write.seeing(now)]),
                        title: "The device has changed since it was shown. Go ahead?",
                        details: ["Device  \(name ?? "(no name)")", "ID      \(endpointId)", ""] + differences
                            + ["", "You asked for: \(write.title(name: name))"],
                        accept: "Go ahead")))
        ]
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
    init(_ outcome: WriteOutcome) {
        switch outcome.result {
        case .success: self = .confirmed
        case .failure: self = .failed(outcome.write)
        }
    }
}

extension Write {
    /// What was known of the device when the write was asked for.
    fileprivate func shownState(of row: AppInstanceUserEndpointSummary) -> DeviceState {
        var row = row
        switch self {
        case .deregister(_, _, let shown): return shown
        case .updateEndpoint(_, _, _, let previous):
            row.name = previous.name ?? row.name
            row.allowMessages = previous.allowMessages ?? row.allowMessages
        case .register, .retag, .replace: break
        }
        return DeviceState(row)
    }
}
