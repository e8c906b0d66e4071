import ChimeIdentity
import Foundation
import TestSupport
import Testing
import ViewModels

/// Every change and every error can be looked up afterwards.
@Suite(.timeLimit(.minutes(1))) struct ActivityStories {
    private func entries(_ story: Story) throws -> [ActivityEntry] {
        try story.notebook.text.split(separator: "\n").map {
            try JSONDecoder().decode(ActivityEntry.self, from: Data($0.utf8))
        }
    }

    @Test func aChangeIsKeptWithWhoWhatAndTheRequestId() async throws {
        let story = try await Story.devices()
        await story.press("j", "a")
        let entry = try #require(try entries(story).last)
        #expect(entry.title == "Mute “iPhone 15”")
        #expect(entry.changes == [.init("AllowMessages", from: "ALL", to: "NONE")])
        #expect(entry.operations == ["UpdateAppInstanceUserEndpoint"])
        #expect((entry.account, entry.region, entry.profile) == ("111122223333", "us-east-1", "support-prod"))
        #expect(entry.principal == "local")
        #expect(entry.requestIds.count == 1, "reading back is no change")
        #expect(entry.resource == Story.userArn("ada.lovelace"))
        #expect(entry.time.date == Story.now)

        await story.press("E")
        #expect(story.cursorRow?.contains("✓ done") == true)
        #expect(story.screen.contains("Mute “iPhone 15”"))
        await story.press("Enter")
        #expect(story.screen.contains("AllowMessages: ALL → NONE"))
        #expect(story.screen.contains(try #require(entry.requestIds.first)))
        await story.press("q", "q")
        #expect(story.cursorRow?.contains("iPhone 15") == true)
    }

    @Test func undoAndRefusalAreKeptAsSuch() async throws {
        let story = try await Story.devices()
        await story.press("j", "a", "u")
        #expect(try entries(story).last?.isUndo == true)
        story.transport.refuse("PUT ", with: 403)
        await story.press("a")
        let refused = try #require(try entries(story).last)
        #expect((refused.outcome, refused.code) == (.failed, "ForbiddenException"))
        #expect(refused.requestIds == ["request-1"])
        await story.press("E")
        #expect(story.rows.filter { $0.contains("iPhone 15") }.count == 3)
        #expect(story.screen.contains("✓ undone"))
        #expect(story.screen.contains("✗ failed"))
    }

    @Test func itCanBeSearchedByWhatIsNotShown() async throws {
        let story = try await Story.devices()
        await story.press("j", "a", "u")
        let id = try #require(try entries(story).first?.requestIds.first)
        await story.press("E", "/")
        await story.type(String(id.prefix(12)))
        #expect(story.screen.contains("1 of 2"))
    }

    @Test func anErrorThatGoesOnIsKeptOnce() async throws {
        let story = try await Story.devices()
        story.transport.trouble = .cannotConnect("127.0.0.1:8080")
        await story.press("r", "r", "r")
        let reads = try entries(story).filter { $0.operations == ["ListAppInstanceUserEndpoints"] }
        #expect(reads.count == 1)
        story.transport.trouble = nil
        await story.press("r")
        story.transport.trouble = .cannotConnect("127.0.0.1:8080")
        await story.press("r")
        #expect(
            try entries(story).filter { $0.operations == ["ListAppInstanceUserEndpoints"] }.count == 2,
            "after it went well it is news again")
    }

    @Test func noTokenIsEverKept() async throws {
        let story = try await Story.devices()
        let token = String(repeating: "c0ffee", count: 16)
        await story.press("+")
        await story.type("New phone")
        await story.press("Tab", "Tab")
        await story.type("arn:aws:mobiletargeting:us-east-1:111122223333:apps/5f2c0a1b9e8d4c7f/channels/apns")
        await story.press("Tab")
        await story.type(token)
        await story.press("Enter")
        let registered = try #require(try entries(story).last)
        #expect(registered.operations == ["RegisterAppInstanceUserEndpoint"])
        #expect(registered.outcome == .done)
        #expect(registered.endpoint != nil)
        await story.press("D", "y", "u")
        #expect(try entries(story).count >= 3)
        #expect(!story.notebook.text.contains("c0ffee"))
    }
}
