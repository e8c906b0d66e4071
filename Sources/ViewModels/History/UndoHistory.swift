/// The writes that can be taken back, the latest last.
public struct UndoHistory: Sendable, Equatable {
    private var writes: [Write] = []

    /// No writes.
    public init() {}

    /// Notes how a write has ended. An undo that has failed can be tried again.
    public mutating func record(_ outcome: WriteOutcome) {
        switch (outcome.result, outcome.isUndo) {
        case (.success, false): if outcome.write.inverse != nil { writes.append(outcome.write) }
        case (.failure, true): putBack(outcome.write)
        case (.success, true), (.failure, false): break
        }
    }

    /// Takes the latest write out and gives the write that takes it back; nil where there is none.
    public mutating func next() -> Write? {
        writes.popLast()?.inverse
    }

    /// Takes back `next`: the write that it gave was not sent.
    public mutating func putBack(_ undo: Write) {
        if let original = undo.inverse { writes.append(original) }
    }
}
