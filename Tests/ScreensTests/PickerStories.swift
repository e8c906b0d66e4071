import TestSupport
import Testing
import ViewModels

/// A person finds a user.
@Suite struct PickerStories {
    @Test func whereThereIsOneAppInstanceThePickerIsSkipped() async throws {
        let story = try await Story(at: .appInstances(openingUser: nil))
        #expect(story.screen.contains("Users 60"))
        #expect(story.screen.contains("Prod Chat"))
        await story.press("q")
        #expect(story.hasEnded)
    }

    @Test func aFilterFindsAUserOnALaterPage() async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.press("/")
        await story.type("wiśn")
        #expect(story.screen.contains("1 of 60"))
        await story.press("Enter", "Enter")
        #expect(story.screen.contains("Zofia Wiśniewska"))
        #expect(story.screen.contains("Devices"))

        await story.press("q")
        #expect(story.screen.contains("1 of 60"))
        await story.press("Esc")
        #expect(story.screen.contains("Users 60"))
        #expect(story.cursorRow?.contains("Zofia") == true)
    }

    @Test func filterAndOrderAreStillThereOnTheWayBack() async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.press("o", "O", "/")
        await story.type("an")
        await story.press("Enter", "j", "j")
        let list = story.rows.dropFirst(2)
        await story.press("Enter", "E", "q", "q")
        await story.letRefreshFallDue()
        #expect(story.rows.dropFirst(2) == list)
    }

    @Test(arguments: [("!a", "김하나"), ("/^ken/", "Ken Thompson")])
    func filtersCanExcludeAndMatch(filter: String, name: String) async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.press("/")
        await story.type(filter)
        #expect(!story.screen.contains("Ada Lovelace"))
        #expect(story.screen.contains(name) || filter == "!a")
    }

    @Test func anIdThatIsNotInTheListIsOpenedAsItIs() async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.press("/")
        await story.type("nobody.here")
        #expect(story.screen.contains("Open this user id"))
        await story.press("Enter", "Enter")
        #expect(story.screen.contains("ForbiddenException"))
        #expect(story.screen.contains("could not be read"))
    }

    @Test func aBareIdOpensItsDevicesWhereThereIsOneAppInstance() async throws {
        let story = try await Story(at: .appInstances(openingUser: "grace.hopper"))
        #expect(story.screen.contains("Users › Grace Hopper › Devices"))
    }

    @Test func escapeNeverEndsTheProgram() async throws {
        let story = try await Story(at: .users(appInstanceArn: Story.appInstanceArn))
        await story.press("Esc", "Esc", "h", "←")
        #expect(!story.hasEnded)
    }
}
