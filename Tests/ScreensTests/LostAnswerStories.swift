import ChimeIdentity
import TestSupport
import Testing

/// A change is sent, and its answer never comes.
@Suite struct LostAnswerStories {
    @Test func aDeviceThatIsMutedAllTheSameIsShownAsMutedAndCanBeUnmuted() async throws {
        let story = try await Story.devices()
        story.transport.lose("PUT ", .onTheWayBack)
        await story.press("j", "a")
        #expect(story.screen.contains("✓ Muted “iPhone 15”."))
        #expect(story.cursorRow?.contains("NONE") == true)

        story.transport.lose("PUT ", nil)
        await story.press("u")
        #expect(try await story.endpoints()["iPhone 15"]?.allowMessages == .all)
    }

    @Test func aRequestThatNeverArrivedHasFailed() async throws {
        let story = try await Story.devices()
        story.transport.lose("PUT ", .onTheWay)
        await story.press("j", "a")
        #expect(story.screen.contains("failed: The connection to 127.0.0.1 broke."))
        #expect(!story.screen.contains("may have been made"))
        #expect(story.cursorRow?.contains("ALL") == true)
        #expect(try await story.endpoints()["iPhone 15"]?.allowMessages == .all)
    }

    @Test func whatNobodyCanFindOutIsSaid() async throws {
        let story = try await Story.devices(columns: 200)
        story.transport.lose("PUT ", .forGood)
        await story.press("j", "a")
        #expect(story.screen.contains("The change may have been made all the same."))

        story.transport.lose("PUT ", nil)
        story.transport.trouble = nil
        await story.press("r")
        #expect(story.cursorRow?.contains("NONE") == true)
        #expect(story.cursorRow?.contains("✗") == false, "the service has what was asked for")
    }

    @Test func aDeviceThatIsDeregisteredAllTheSameCanBeRegisteredAgain() async throws {
        let story = try await Story.devices()
        story.transport.lose("DELETE ", .onTheWayBack)
        await story.press("D", "Tab", "Enter")
        #expect(story.screen.contains("✓ Deregistered “iPad mini”."))
        #expect(try await story.endpoints()["iPad mini"] == nil)

        await story.press("u")
        #expect(try await story.endpoints()["iPad mini"] != nil)
    }

    @Test func tagsThatAreSavedAllTheSameAreSaved() async throws {
        let story = try await Story.devices()
        await story.press("t", "+")
        await story.type("color")
        await story.press("Tab")
        await story.type("red")
        await story.press("Enter")
        story.transport.lose("operation=tag-resource", .onTheWayBack)
        await story.press("Ctrl-S")
        #expect(story.screen.contains("Saved."))
        let response = try await story.client.perform(
            Operations.listTagsForResource,
            ListTagsForResourceRequest(resourceARN: Story.userArn("ada.lovelace")))
        #expect(response.tags?.contains(Tag(key: "color", value: "red")) == true)
    }
}
