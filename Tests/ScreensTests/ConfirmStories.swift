import ChimeIdentity
import TestSupport
import Testing

/// A person who is asked before every write.
@Suite struct ConfirmStories {
    private func devices(_ story: Story) async throws -> [String: AllowMessages?] {
        try await story.endpoints().mapValues(\.allowMessages)
    }

    private func writes(_ story: Story) -> [String] {
        story.transport.requests.filter { !$0.hasPrefix("GET ") }
    }

    @Test func nothingIsSentBeforeThePersonAgrees() async throws {
        let story = try await Story.devices(confirmsEveryWrite: true)
        await story.press("j", "a")
        #expect(story.screen.contains("Mute the device?"))
        #expect(story.screen.contains("Device         iPhone 15"))
        #expect(story.screen.contains("AllowMessages  ALL → NONE"))
        await story.press("Enter")
        #expect(!story.screen.contains("Mute the device?"))
        #expect(writes(story).isEmpty)

        await story.press("a", "y")
        #expect(try await devices(story)["iPhone 15"] == AllowMessages.none)
        #expect(writes(story).count == 1)
        #expect(story.screen.contains("✓ Muted “iPhone 15”."))
    }

    @Test func anUndoThatIsDeclinedCanBeAskedForAgain() async throws {
        let story = try await Story.devices(confirmsEveryWrite: true)
        await story.press("j", "a", "y", "u")
        #expect(story.screen.contains("AllowMessages  NONE → ALL"))
        await story.press("Esc")
        #expect(try await devices(story)["iPhone 15"] == AllowMessages.none)

        await story.press("u", "y")
        #expect(try await devices(story)["iPhone 15"] == .all)
    }

    @Test func aNameIsKeptInItsLineWhenThePersonDoesNotAgree() async throws {
        let story = try await Story.devices(confirmsEveryWrite: true)
        await story.press("n")
        await story.type(" of Ada")
        await story.press("Enter")
        #expect(story.screen.contains("Name           iPad mini → iPad mini of Ada"))
        await story.press("Esc")
        #expect(story.screen.contains("│ iPad mini of Ada"))
        #expect(writes(story).isEmpty)

        await story.press("Enter", "Tab", "Enter")
        #expect(try await devices(story)["iPad mini of Ada"] != nil)
        #expect(story.cursorRow?.contains("iPad mini of Ada") == true)
    }

    @Test func tagsStayInTheEditorWhenThePersonDoesNotAgree() async throws {
        let story = try await Story.devices(confirmsEveryWrite: true)
        await story.press("t", "j", "Enter", "Ctrl-U")
        await story.type("silver")
        await story.press("Enter", "Ctrl-S")
        #expect(story.screen.contains("→ silver"))
        await story.press("Esc")
        #expect(story.screen.contains("1 unsaved change."))
        #expect(writes(story).isEmpty)

        await story.press("Ctrl-S", "y")
        #expect(story.screen.contains("Saved."))
    }

    @Test func aDeregistrationIsAskedAboutOnce() async throws {
        let story = try await Story.devices(confirmsEveryWrite: true)
        await story.press("D", "y")
        #expect(try await devices(story).count == 3)
    }
}
