import TestSupport
import Testing
import ViewModels

/// A person goes on with another profile or region, and gives a code when one is wanted.
@Suite(.timeLimit(.minutes(1))) struct SessionStories {
    @Test func anotherProfileStartsAtTheFirstScreen() async throws {
        let story = try await Story.devices()
        await story.press("Ctrl-P")
        #expect(story.cursorRow?.contains("support-prod") == true)
        await story.press("j", "Enter")
        #expect(story.rows[0].contains("support-test · us-east-1"))
        #expect(story.screen.contains("Users 60"))
    }

    @Test func anotherRegionKeepsTheProfile() async throws {
        let story = try await Story.devices()
        await story.press("Ctrl-P", "j", "Enter", "Ctrl-O")
        #expect(story.cursorRow?.contains("us-east-1") == true)
        await story.press("/")
        await story.type("eu")
        await story.press("Enter", "Enter")
        #expect(story.rows[0].contains("support-test · eu-central-1"))
    }

    @Test func leavingThePickerChangesNothing() async throws {
        let story = try await Story.devices()
        await story.press("Ctrl-O", "j", "Esc")
        #expect(story.rows[0].contains("support-prod · us-east-1"))
        #expect(story.screen.contains("Devices"))
    }

    @Test func nothingOfOneAccountIsUndoneInAnother() async throws {
        let story = try await Story.devices()
        await story.press("a")
        let requests = story.transport.requests.count
        await story.press("Ctrl-P", "Enter", "Enter")
        #expect(story.screen.contains("Devices"))
        await story.press("u")
        #expect(story.screen.contains("There is nothing to undo."))
        #expect(!story.transport.requests.dropFirst(requests).contains { $0.hasPrefix("PUT") })
    }

    @Test func theCodeOfADeviceIsAskedFor() async throws {
        let story = try await Story.devices()
        let desk = story.codeDesk
        let code = Task { try await desk.ask("arn:aws:iam::111122223333:mfa/ada") }
        await story.waitForText("A code is needed")
        #expect(story.screen.contains("arn:aws:iam::111122223333:mfa/ada"))
        await story.type("12345")
        await story.press("Enter")
        #expect(story.screen.contains("A code has 6 digits."))
        await story.type("6")
        await story.press("Enter")
        #expect(try await code.value == "123456")
        #expect(!story.screen.contains("A code is needed"))
    }

    @Test func whereNoCodeIsGivenOnlyThePersonAsksAgain() async throws {
        let story = try await Story.devices()
        let desk = story.codeDesk
        let code = Task { try await desk.ask("device") }
        await story.waitForText("A code is needed")
        await story.press("Esc")
        await #expect(throws: CodeDesk.NoCode.self) { try await code.value }

        let before = story.transport.requests.count
        await story.letRefreshFallDue()
        #expect(story.transport.requests.count == before)

        await story.press("r")
        #expect(story.transport.requests.count > before)
        let after = story.transport.requests.count
        await story.letRefreshFallDue()
        #expect(story.transport.requests.count > after)
    }

    @Test func noCodeIsAnAnswer() async throws {
        let story = try await Story.devices()
        let desk = story.codeDesk
        let code = Task { try await desk.ask("device") }
        await story.waitForText("A code is needed")
        await story.press("Esc")
        await #expect(throws: CodeDesk.NoCode.self) { try await code.value }
    }

    @Test func aQuestionWaitsUntilThePersonHasFinishedTyping() async throws {
        let story = try await Story.devices()
        await story.press("n")
        let desk = story.codeDesk
        let code = Task { try await desk.ask("device") }
        await story.waitForMail()
        await story.type("x")
        #expect(!story.screen.contains("A code is needed"))
        #expect(story.screen.contains("Rename the device"))
        await story.press("Esc")
        #expect(story.screen.contains("A code is needed"))
        await story.type("000000")
        await story.press("Enter")
        #expect(try await code.value == "000000")
    }
}
