/// The writes that take back what was done, the latest last. What was asked for together is taken back together.
public struct UndoHistory: Sendable, Equatable {
    private struct Step: Sendable, Equatable {
        var undo: [Write]
        let batch: Int?
    }

    private var steps: [Step] = []

    /// No writes.
    public init() {}

    /// Notes how a write has ended. An undo that has failed can be tried again.
    public mutating func record(_ outcome: WriteOutcome) {
        switch (outcome.result, outcome.isUndo) {
        case (.success, false): if let undo = outcome.inverse { add(undo, batch: outcome.batch) }
        case (.failure, true): add(outcome.write, batch: outcome.batch)
        case (.success, true), (.failure, false): break
        }
    }

    /// Takes the latest step out and gives the writes that take it back, in the order to send them; empty where there
    /// is none.
    public mutating func next() -> [Write] { steps.popLast()?.undo.reversed() ?? [] }

    /// Takes back `next`: the writes that it gave were not sent.
    public mutating func putBack(_ undo: [Write]) {
        if !undo.isEmpty { steps.append(Step(undo: undo.reversed(), batch: nil)) }
    }

    private mutating func add(_ undo: Write, batch: Int?) {
        if let batch, steps.last?.batch == batch {
            steps[steps.count - 1].undo.append(undo)
        } else {
            steps.append(Step(undo: [undo], batch: batch))
        }
    }
}
