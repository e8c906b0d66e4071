import ChimeIdentity
import TestSupport
import Testing
import ViewModels

/// A person edits a user's tags.
@Suite struct TagStories {
    private func tags(_ story: Story) async throws -> [String: String] {
        let response = try await story.client.perform(
            Operations.listTagsForResource,
            ListTagsForResourceRequest(resourceARN: Story.userArn("ada.lovelace")))
        return Dictionary(uniqueKeysWithValues: (response.tags ?? []).map { ($0.key, $0.value) })
    }

    private func edited() async throws -> Story {
        let story = try await Story.devices()
        await story.press("t", "+")
        await story.type("color")
        await story.press("Tab")
        await story.type("red")
        await story.press("Enter", "j", "D", "j", "Enter", "Ctrl-U")
        await story.type("silver")
        await story.press("Enter")
        return story
    }

    @Test func allChangesAreSavedWithOneCallOfEachKind() async throws {
        let story = try await edited()
        #expect(story.screen.contains("3 unsaved changes."))
        await story.press("Ctrl-S")
        #expect(try await tags(story) == ["color": "red", "tier": "silver"])
        #expect(story.transport.requests.filter { $0.hasPrefix("POST /tags") }.count == 2)

        await story.press("u")
        #expect(try await tags(story) == ["ticket": "48211", "tier": "gold"])
    }

    @Test func whatCouldNotBeSavedStaysInTheEditor() async throws {
        let story = try await edited()
        story.transport.refuse("operation=tag-resource", with: 403)
        await story.press("Ctrl-S")
        #expect(try await tags(story) == ["tier": "gold"])
        #expect(story.screen.contains("request-1"))
        #expect(story.screen.contains("+ new"))
        #expect(story.screen.contains("~ was gold"))

        story.transport.refuse("operation=tag-resource", with: nil)
        await story.press("Ctrl-S")
        #expect(try await tags(story) == ["color": "red", "tier": "silver"])
    }

    @Test func aRefreshNeverOverwritesAnEdit() async throws {
        let story = try await edited()
        _ = try await story.client.perform(
            Operations.tagResource,
            TagResourceRequest(
                resourceARN: Story.userArn("ada.lovelace"), tags: [Tag(key: "tier", value: "bronze")]))
        await story.letRefreshFallDue()
        #expect(story.screen.contains("~ was bronze"))
        #expect(story.screen.contains("silver"))
    }

    @Test func leavingWithUnsavedChangesAsks() async throws {
        let story = try await edited()
        await story.press("Esc")
        #expect(story.screen.contains("Leave without saving these changes?"))
        await story.press("Enter")
        #expect(story.screen.contains("3 unsaved changes."))
        await story.press("Esc", "y")
        #expect(story.screen.contains("Devices 4"))
    }

    @Test func aKeyThatAWSReservesIsRefusedBesideTheField() async throws {
        let story = try await Story.devices()
        await story.press("t", "+")
        await story.type("aws:thing")
        await story.press("Enter")
        #expect(story.screen.contains("Keys that start with aws: are reserved."))
    }
}
