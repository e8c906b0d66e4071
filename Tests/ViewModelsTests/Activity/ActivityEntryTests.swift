import Foundation
import Testing

@testable import ViewModels

/// What is written down of a change.
@Suite struct ActivityEntryTests {
    @Test func whatTheServiceQuotesOfATokenIsMasked() {
        let token = String(repeating: "ab", count: 40)
        let write = Write.register(
            userArn: "arn:aws:chime:us-east-1:111122223333:app-instance/i/user/ada",
            registration: Registration(deviceToken: token), token: "t")
        let failure = Failure(summary: "Value '\(token)' at 'deviceToken' is wrong.", advice: "")
        let outcome = WriteOutcome(
            write: write, result: .failure(failure), at: Date(timeIntervalSince1970: 0), isUndo: false)
        let entry = ActivityEntry(outcome, deviceName: nil, operations: [], requestIds: [])
        #expect(entry.error == "Value '••••' at 'deviceToken' is wrong.")
        #expect(entry.account == "111122223333")
    }

    @Test func aDamagedLineHidesNoOther() {
        let kept = Kept()
        let journal = ActivityJournal(append: kept.append) { kept.text }
        let failure = Failure(summary: "It is gone.", code: "NotFoundException", requestId: "r1", advice: "")
        for number in 0..<3 {
            journal.record(
                ActivityEntry(failure, reading: .user(arn: "\(number)"), at: Date(timeIntervalSince1970: 0)))
            kept.append("{\"time\": \n")
        }
        #expect(journal.entries().map(\.resource) == ["0", "1", "2"])
        #expect(journal.entries().first?.requestIds == ["r1"])
    }

    @Test func whatCannotBeWrittenIsKnownAsLongAsTheProgramRuns() {
        let journal = ActivityJournal()
        journal.record(
            ActivityEntry(Failure(summary: "No.", advice: ""), reading: .user(arn: "a"), at: Date()))
        #expect(journal.entries().count == 1)
    }
}
