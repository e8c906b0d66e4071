import TestSupport
import Testing
import ViewModels

/// Whoever has `mouse: true` can leave the keyboard.
@Suite(.timeLimit(.minutes(1))) struct PointerStories {
    @Test func aClickGoesToARowAndASecondOneOpensIt() async throws {
        let story = try await Story.devices()
        await story.click("Old test build")
        #expect(story.cursorRow?.contains("Old test build") == true)
        await story.click("Old test build", clicks: 2)
        #expect(story.screen.contains("› Old test build"))
        #expect(story.cursorRow == nil, "the details fill the screen")
    }

    @Test func aClickBesideTheRowsDoesNothing() async throws {
        let story = try await Story.devices()
        let before = story.screen
        await story.click("Carillon", clicks: 2)
        await story.click("NAME", clicks: 2)
        await story.click("What it means", clicks: 2)
        #expect(story.screen == before)
    }

    @Test func theWheelMovesOn() async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.point(.wheel(3))
        let third = story.cursorRow
        await story.point(.wheel(-3))
        await story.press("j", "j", "j")
        #expect(story.cursorRow == third)
    }

    @Test func aUserIsTwoClicksAwayFromTheDevices() async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.press("/")
        await story.type("lovelace")
        await story.press("Enter")
        await story.click("Ada Lovelace")
        await story.click("Ada Lovelace", clicks: 2)
        #expect(story.screen.contains("Devices 4"))
    }

    @Test func theButtonsOfAQuestionCanBeClicked() async throws {
        let story = try await Story.devices()
        await story.press("j", "D")
        await story.click("Cancel ")
        #expect(story.screen.contains("Devices 4"))
        await story.press("D")
        await story.click("Deregister  ")
        #expect(story.screen.contains("Devices 3"))
    }

    @Test func aFieldOfAFormCanBeClicked() async throws {
        let story = try await Story.devices()
        await story.press("+")
        await story.click("Device token")
        #expect(story.cursorRow?.contains("Device token") == true)
    }

    @Test func aTagCanBeClicked() async throws {
        let story = try await Story.devices()
        await story.press("t")
        await story.click("tier")
        #expect(story.cursorRow?.contains("tier") == true)
        await story.click("tier", clicks: 2)
        #expect(story.screen.contains("Edit tag"))
    }
}
