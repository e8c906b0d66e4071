import ChimeIdentity
import TestSupport
import Testing
import ViewModels

/// A person registers a device.
@Suite struct RegisterStories {
    private static let arn =
        "arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef0123456789abcdef"

    private func count(_ story: Story) async throws -> Int {
        var count = 0
        for try await _ in story.client.endpoints(of: Story.userArn("ada.lovelace")) { count += 1 }
        return count
    }

    private func filled() async throws -> Story {
        let story = try await Story.devices()
        await story.press("+")
        await story.type("New phone")
        await story.press("Tab", "Space", "Space", "Tab")
        await story.type(Self.arn)
        await story.press("Tab")
        await story.type("abc:DEF_ghi-123")
        return story
    }

    @Test func theNewDeviceIsUnderTheCursor() async throws {
        let story = try await filled()
        await story.press("Enter")
        #expect(story.cursorRow?.contains("New phone") == true)
        #expect(story.screen.contains("✓ Registered “New phone”."))
    }

    @Test func whatIsMissingIsSaidBesideTheField() async throws {
        let story = try await Story.devices()
        await story.press("+", "Enter")
        #expect(story.screen.contains("The ARN is needed."))
        #expect(story.screen.contains("The device token is needed."))
        #expect(try await count(story) == 4)
    }

    @Test func aTokenThatCannotBeRightIsWarnedOf() async throws {
        let story = try await Story.devices()
        await story.press("+", "Tab", "Tab", "Tab")
        await story.type("not hexadecimal")
        #expect(story.screen.contains("It would be INACTIVE"))
    }

    @Test func anAttemptWhoseAnswerWasLostRegistersOneDevice() async throws {
        let story = try await filled()
        story.transport.trouble = .connectionLost(host: "127.0.0.1", isSent: true)
        await story.press("Enter")
        #expect(story.screen.contains("✗"))
        #expect(story.screen.contains("abc:DEF_ghi-123"))

        story.transport.trouble = nil
        await story.press("Enter")
        #expect(try await count(story) == 5)
    }
}
