/// The writes that can be taken back, the latest last. Writes that were asked for together are taken back together.
public struct UndoHistory: Sendable, Equatable {
    private struct Step: Sendable, Equatable {
        var writes: [Write]
        let batch: Int?
    }

    private var steps: [Step] = []

    /// No writes.
    public init() {}

    /// Notes how a write has ended. An undo that has failed can be tried again.
    public mutating func record(_ outcome: WriteOutcome) {
        switch (outcome.result, outcome.isUndo) {
        case (.success, false): if outcome.write.inverse != nil { add(outcome.write, batch: outcome.batch) }
        case (.failure, true):
            if let original = outcome.write.inverse { add(original, batch: outcome.batch) }
        case (.success, true), (.failure, false): break
        }
    }

    /// Takes the latest step out and gives the writes that take it back, in the order to send them; empty where there
    /// is none.
    public mutating func next() -> [Write] {
        steps.popLast()?.writes.reversed().compactMap(\.inverse) ?? []
    }

    /// Takes back `next`: the writes that it gave were not sent.
    public mutating func putBack(_ undo: [Write]) {
        let originals = undo.reversed().compactMap(\.inverse)
        if !originals.isEmpty { steps.append(Step(writes: originals, batch: nil)) }
    }

    private mutating func add(_ write: Write, batch: Int?) {
        if let batch, steps.last?.batch == batch {
            steps[steps.count - 1].writes.append(write)
        } else {
            steps.append(Step(writes: [write], batch: batch))
        }
    }
}
