import TestSupport
import Testing

/// Whoever does not know the key types what they want.
@Suite(.timeLimit(.minutes(1))) struct CommandPaletteStories {
    @Test func aFewLettersFindACommandAndEnterRunsIt() async throws {
        let story = try await Story.devices()
        await story.press("j", ":")
        #expect(story.screen.contains("device.toggle-allow"))
        await story.type("tgal")
        #expect(story.rows.contains { $0.contains("device.toggle-allow") && $0.contains("│ ▌") })
        await story.press("Enter")
        #expect(!story.screen.contains("Commands"))
        #expect(story.screen.contains("✓ Muted “iPhone 15”."))
    }

    @Test func keyAndMeaningStandBesideTheName() async throws {
        let story = try await Story.devices()
        await story.press(":")
        await story.type("rename")
        let row = try #require(story.rows.first { $0.contains("device.rename") })
        #expect(row.contains(" n "))
        #expect(row.contains("Rename the device"))
    }

    @Test func whatCannotRunSaysWhy() async throws {
        let story = try await Story.devices(access: .readOnly)
        await story.press(":")
        await story.type("rename")
        #expect(story.screen.contains("Read-only, so nothing changes"))
        await story.press("Enter")
        #expect(story.screen.contains("Commands"), "the palette stays, with what was typed")
        #expect(story.rows.contains { $0.contains(":rename") })
        await story.press("Esc")
        #expect(story.cursorRow != nil)
    }

    @Test func descriptionsAreSearchedToo() async throws {
        let story = try await Story.devices()
        await story.press(":")
        await story.type("opted")
        #expect(story.screen.contains("No command has these letters."))
        await story.press("Ctrl-U")
        await story.type("screenful up")
        #expect(story.rows.contains { $0.contains("list.page-up") })
    }

    @Test(arguments: ["q", "quit"]) func theCommandOfOtherProgramsQuits(word: String) async throws {
        let story = try await Story.devices()
        await story.press(":")
        await story.type(word)
        await story.press("Enter")
        #expect(story.hasEnded)
    }
}
