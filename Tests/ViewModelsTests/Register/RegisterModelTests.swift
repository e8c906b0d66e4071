import ChimeIdentity
import Foundation
import Testing

@testable import ViewModels

/// A device is registered once, however often the attempt is made.
@Suite struct RegisterModelTests {
    private let userArn =
        "arn:aws:chime:us-east-1:111122223333:app-instance/5a3c7b1e-6f2d-4e8a-9b0c-1d2e3f405162/user/ada"

    private func filled() -> RegisterModel {
        var model = RegisterModel(user: UserReference(arn: userArn), tokenSeed: "seed")
        model.update { registration in
            registration.name = "iPhone"
            registration.resourceArn =
                "arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef0123456789abcdef"
            registration.deviceToken = String(repeating: "a", count: 64)
        }
        return model
    }

    private func token(of effects: [Effect]) -> String? {
        guard case .write(.register(_, _, let token)) = effects.first else { return nil }
        return token
    }

    /// Ends the attempt that the effects have begun.
    private func fail(_ model: inout RegisterModel, _ effects: [Effect]) throws {
        guard case .write(let write) = try #require(effects.first) else { return }
        _ = model.receive(
            .written(
                WriteOutcome(
                    write: write, result: .failure(Failure(summary: "Lost.", advice: "Again.")), at: Date(),
                    isUndo: false)))
    }

    @Test func theSameEntriesGetTheSameTokenAndOthersAnother() throws {
        var model = filled()
        let attempt = model.submit().effects
        let first = token(of: attempt)
        #expect(model.submit().effects == [], "one attempt at a time")
        try fail(&model, attempt)
        let again = model.submit().effects
        #expect(token(of: again) == first)
        try fail(&model, again)
        model.update { $0.name = "iPhone 15" }
        let second = token(of: model.submit().effects)
        #expect(second != nil)
        #expect(second != first)
    }

    @Test func whatWasEnteredOutlivesAFailure() throws {
        var model = filled()
        let attempt = model.submit().effects
        try fail(&model, attempt)
        #expect(model.registration == filled().registration)
        guard case .failed(let failure) = model.phase else {
            Issue.record("\(model.phase)")
            return
        }
        #expect(failure.summary == "Lost.")
        model.update { $0.name = "x" }
        #expect(model.phase == .editing)
    }

    @Test func theFirstFieldThatIsWrongIsNamedAndNothingIsSent() {
        var model = RegisterModel(user: UserReference(arn: userArn), tokenSeed: "seed")
        #expect(model.problem(with: .resourceArn) == nil, "nobody has tried yet")
        let attempt = model.submit()
        #expect(attempt.field == .resourceArn)
        #expect(attempt.effects == [])
        #expect(model.problem(with: .deviceToken) == "The device token is needed.")
        #expect(model.problem(with: .name) == nil)
    }

    @Test func whatTheServiceWouldTakeInVainIsWarnedAbout() {
        var model = filled()
        #expect(model.warning(for: .deviceToken) == nil)
        model.update { $0.deviceToken = "not hex" }
        #expect(model.problem(with: .deviceToken) == nil)
        #expect(model.warning(for: .deviceToken) != nil)
        model.update { $0.resourceArn = "arn:aws:sns:us-east-1:111122223333:app/GCM/x" }
        #expect(model.warning(for: .resourceArn) != nil)
    }

    @Test func choicesGoRound() {
        var model = filled()
        let all = model.choices(of: .type).values
        #expect(all.count > 2)
        for _ in all { model.choose(.type, by: 1) }
        #expect(model.registration.type == .apns)
        model.choose(.type, by: -1)
        #expect(model.registration.type.rawValue == all.last)
        model.choose(.allowMessages, by: 1)
        #expect(model.registration.allowMessages == AllowMessages.none)
    }

    @Test func leavingAsksOnlyWhereSomethingWouldBeLost() {
        #expect(RegisterModel(user: UserReference(arn: userArn), tokenSeed: "s").leave() == [.back])
        var model = filled()
        guard case .open(.confirm) = model.leave().first else {
            Issue.record("no question")
            return
        }
        _ = model.submit()
        #expect(model.leave() == [], "the attempt is under way")
    }
}
