import Foundation
import Testing

@testable import ViewModels

/// `u` takes back what was done, the latest first.
@Suite struct UndoHistoryTests {
    private let failure = Failure(summary: "It is gone.", advice: "Press r.")

    private func renaming(_ id: String, to name: String) -> Write {
        .updateEndpoint(
            userArn: "user", endpointId: id, change: EndpointChange(name: name),
            previous: EndpointChange(name: "old"))
    }

    private func outcome(
        of write: Write, fails: Bool = false, isUndo: Bool = false, batch: Int? = nil
    ) -> WriteOutcome {
        WriteOutcome(
            write: write, result: fails ? .failure(failure) : .success(.tags([])), at: Date(),
            isUndo: isUndo, batch: batch)
    }

    @Test func theLatestIsTakenBackFirst() {
        var history = UndoHistory()
        history.record(outcome(of: renaming("a", to: "new")))
        history.record(outcome(of: renaming("b", to: "new")))
        #expect(history.next().map(\.endpointId) == ["b"])
        let write = history.next().first
        guard case .updateEndpoint(_, "a", let change, let previous) = write else {
            Issue.record("\(String(describing: write))")
            return
        }
        #expect(change.name == "old")
        #expect(previous.name == "new")
        #expect(history.next().isEmpty)
    }

    @Test func whatFailedAndWhatCannotBeTakenBackIsNotThere() {
        var history = UndoHistory()
        history.record(outcome(of: renaming("a", to: "new"), fails: true))
        history.record(outcome(of: .register(userArn: "user", registration: Registration(), token: "t")))
        #expect(history.next().isEmpty)
    }

    @Test func whatWasAskedForTogetherIsTakenBackTogether() {
        var history = UndoHistory()
        history.record(outcome(of: renaming("a", to: "new")))
        for id in ["b", "c"] { history.record(outcome(of: renaming(id, to: "new"), batch: 1)) }
        history.record(outcome(of: renaming("d", to: "new"), fails: true, batch: 1))
        let undo = history.next()
        #expect(undo.map(\.endpointId) == ["c", "b"])
        history.putBack(undo)
        #expect(history.next() == undo)
        #expect(history.next().map(\.endpointId) == ["a"])
    }

    @Test func anUndoIsNotUndoneButCanBeTriedAgain() throws {
        var history = UndoHistory()
        history.record(outcome(of: renaming("a", to: "new")))
        let next = history.next().first
        let undo = try #require(next)
        history.record(outcome(of: undo, fails: true, isUndo: true))
        #expect(history.next() == [undo])
        history.record(outcome(of: undo, isUndo: true))
        #expect(history.next().isEmpty)
    }
}
