import TestSupport
import Testing
import ViewModels

/// Ids go into tickets and chats without anybody typing them.
@Suite(.timeLimit(.minutes(1))) struct CopyStories {
    @Test func theIdIsTwoKeysAway() async throws {
        let story = try await Story.devices()
        await story.press("j", "y")
        #expect(story.screen.contains("Copy"))
        await story.press("Enter")
        let id = try #require(story.terminal.copied.last)
        #expect(id.count == 36)
        #expect(story.screen.contains("✓ Copied the endpoint id (36 characters) through the terminal"))
    }

    @Test func aTokenIsCopiedOnlyOnceItIsShown() async throws {
        let story = try await Story.devices()
        await story.press("j", "y", "j", "j")
        #expect(story.rows.contains { $0.contains("device token") && $0.contains("•••") })
        await story.press("Enter")
        #expect(story.screen.contains("Reveal the tokens first"))
        #expect(story.terminal.copied.isEmpty)
        await story.press("Esc", "v", "y", "j", "j", "Enter")
        #expect(story.terminal.copied.count == 1)
    }

    @Test func theWholeDeviceIsJSONWithoutMaskedTokens() async throws {
        let story = try await Story.devices()
        await story.press("j", "y", "k", "j", "j", "j", "j", "j", "j", "Enter")
        let text = try #require(story.terminal.copied.last)
        #expect(text.hasPrefix("{\n"))
        #expect(text.contains("\"EndpointId\""))
        #expect(!text.contains("DeviceToken"))
    }

    @Test func usersAndTagsCanBeCopied() async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.press("y", "Enter")
        #expect(story.terminal.copied.last?.hasPrefix(Story.appInstanceArn + "/user/") == true)
        let tags = try await Story.devices()
        await tags.press("t", "y", "Enter")
        #expect(tags.terminal.copied.count == 1)
    }

    @Test func nothingIsCopiedByLeaving() async throws {
        let story = try await Story.devices()
        await story.press("y", "Esc")
        #expect(story.terminal.copied.isEmpty)
        #expect(story.cursorRow != nil)
    }
}
