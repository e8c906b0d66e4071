import ChimeIdentity
import Foundation
import Testing

@testable import ViewModels

/// The tag editor keeps what was typed and sends no more than that.
@Suite struct TagsModelTests {
    private let user = UserReference(arn: "user")
    private let date = Date(timeIntervalSince1970: 0)

    private func editor(_ tags: [String: String]) -> TagsModel {
        var model = TagsModel(user: user)
        _ = model.start()
        read(tags, into: &model)
        return model
    }

    private func read(_ tags: [String: String], into model: inout TagsModel) {
        let tags = tags.map { Tag(key: $0.key, value: $0.value) }.sorted { $0.key < $1.key }
        _ = model.receive(.loaded(.tags(resourceArn: "user"), .success(.tags(tags)), at: date))
    }

    private func select(_ key: String, in model: inout TagsModel) {
        model.move(.first)
        while model.selected?.tag.key != key { model.move(.by(1)) }
    }

    /// The outcome of a save of `change` that failed after `applied`.
    private func failed(_ change: TagChange, after applied: TagChange) -> Message {
        let failure = Failure(summary: "Refused.", advice: "Ask.", applied: applied)
        return .written(
            WriteOutcome(
                write: .retag(resourceArn: "user", change: change, previous: TagChange()),
                result: .failure(failure), at: date, isUndo: false))
    }

    @Test func onlyDifferencesAreSent() {
        var model = editor(["a": "1", "b": "2", "c": "3"])
        model.set("9", forKey: "a")
        select("b", in: &model)
        model.toggleRemoval()
        model.set("4", forKey: "d")
        model.set("9", forKey: "c")
        model.set("3", forKey: "c")
        #expect(
            model.change
                == TagChange(put: [Tag(key: "a", value: "9"), Tag(key: "d", value: "4")], remove: ["b"]))
        let before = TagChange(put: [Tag(key: "a", value: "1"), Tag(key: "b", value: "2")], remove: ["d"])
        #expect(
            model.save() == [.write(.retag(resourceArn: "user", change: model.change, previous: before))])
    }

    @Test func nothingIsSentWhereNothingChanged() {
        var model = editor(["a": "1"])
        #expect(model.save() == [])
        #expect(model.notice == "Nothing to save.")
        #expect(model.leave() == [.back])
    }

    @Test func aMarkForRemovalIsTakenAwayByTheSameKey() {
        var model = editor(["a": "1"])
        model.toggleRemoval()
        #expect(model.hasUnsavedChanges)
        model.toggleRemoval()
        #expect(!model.hasUnsavedChanges)
    }

    @Test func anAddedTagIsTakenAwayAtOnce() {
        var model = editor(["a": "1"])
        model.set("2", forKey: "b")
        model.toggleRemoval()
        #expect(model.rows.map(\.tag.key) == ["a"])
        #expect(model.selected?.tag.key == "a")
    }

    @Test func editsOutliveAnyRefresh() {
        var model = editor(["a": "1", "b": "2"])
        model.set("9", forKey: "a")
        read(["a": "5", "b": "2"], into: &model)
        #expect(model.rows.first?.change == .changed(from: "5"))
        #expect(model.rows.first?.tag.value == "9")
        read(["b": "2"], into: &model)
        #expect(model.rows.first?.change == .added)
        read(["a": "9", "b": "2"], into: &model)
        #expect(!model.hasUnsavedChanges, "somebody else has made the same change")
    }

    @Test func afterHalfASaveOnlyTheOtherHalfIsLeft() {
        var model = editor(["a": "1", "b": "2"])
        model.set("9", forKey: "a")
        select("b", in: &model)
        model.toggleRemoval()
        let change = model.change
        _ = model.save()
        _ = model.receive(failed(change, after: TagChange(remove: ["b"])))
        #expect(model.failure?.summary == "Refused.")
        #expect(model.change == TagChange(put: [Tag(key: "a", value: "9")]))
        #expect(model.rows.map(\.tag.key) == ["a"])
    }

    @Test func aValueTypedWhileASaveIsUnderWayIsKept() {
        var model = editor(["a": "1"])
        model.set("2", forKey: "a")
        let write = Write.retag(resourceArn: "user", change: model.change, previous: TagChange())
        _ = model.receive(.writing(write))
        #expect(model.save() == [], "one save at a time")
        model.set("3", forKey: "a")
        _ = model.receive(
            .written(
                WriteOutcome(
                    write: write, result: .success(.tags([Tag(key: "a", value: "2")])), at: date,
                    isUndo: false)))
        #expect(model.change == TagChange(put: [Tag(key: "a", value: "3")]))
    }

    @Test func aKeyIsRefusedBeforeItIsSent() {
        let model = editor(Dictionary(uniqueKeysWithValues: (0..<49).map { ("key\($0)", "") }))
        #expect(model.problem(withKey: "new") == nil)
        #expect(model.problem(withKey: "key1")?.contains("there already") == true)
        #expect(model.problem(withKey: "AWS:x")?.contains("reserved") == true)
        #expect(model.problem(withKey: "") != nil)
        #expect(model.problem(withKey: String(repeating: "k", count: 129)) != nil)
        #expect(model.problem(withValue: String(repeating: "v", count: 257)) != nil)
        var full = model
        full.set("", forKey: "new")
        #expect(full.problem(withKey: "newer")?.contains("50 tags") == true)
    }

    @Test func leavingUnsavedChangesAsksFirst() throws {
        var model = editor(["a": "1"])
        model.set("2", forKey: "a")
        guard case .open(.confirm(let question)) = try #require(model.leave().first) else {
            Issue.record("no question")
            return
        }
        #expect(question.details == ["save    a = 2"])
        #expect(model.receive(.answered(.confirmed(.discardChanges))) == [.back])
    }
}
