import ChimeIdentity
import TestSupport
import Testing
import ViewModels

/// Somebody else changes a device at the same time; a device is lost by mistake; a device does not work.
@Suite struct SafetyStories {
    private let ada = Story.userArn("ada.lovelace")

    private func endpoint(_ name: String, in story: Story) async throws -> AppInstanceUserEndpointSummary? {
        for try await endpoint in story.client.endpoints(of: ada) where endpoint.name == name {
            return endpoint
        }
        return nil
    }

    /// What a colleague does in another window.
    private func change(_ name: String, in story: Story, to change: EndpointChange) async throws {
        let id = try #require(try await endpoint(name, in: story)).endpointId
        _ = try await story.client.perform(
            Operations.updateAppInstanceUserEndpoint,
            UpdateAppInstanceUserEndpointRequest(
                appInstanceUserArn: ada, endpointId: id, name: change.name,
                allowMessages: change.allowMessages))
    }

    private func writes(_ story: Story) -> [String] {
        story.transport.requests.filter { !$0.hasPrefix("GET ") }
    }

    @Test func aDeviceThatHasChangedIsShownBeforeAnythingIsSent() async throws {
        let story = try await Story.devices()
        try await change("iPhone 15", in: story, to: EndpointChange(allowMessages: AllowMessages.none))
        let before = writes(story).count
        await story.press("j", "a")
        #expect(story.screen.contains("The device has changed since it was shown. Go ahead?"))
        #expect(story.screen.contains("AllowMessages: shown ALL, on the service NONE"))
        #expect(writes(story).count == before)

        await story.press("Esc")
        #expect(writes(story).count == before)
        #expect(story.cursorRow?.contains("NONE") == true, "the row shows what the service has")
    }

    @Test func aQuestionWaitsForWhoeverIsTyping() async throws {
        let story = try await Story.devices()
        try await change("iPhone 15", in: story, to: EndpointChange(allowMessages: AllowMessages.none))
        let before = writes(story).count
        // The answer to `a` comes while the filter is being typed.
        story.terminal.press("j", "a", "/")
        await story.settle()
        await story.type("yyy")
        #expect(!story.screen.contains("Go ahead?"))
        #expect(story.rows.contains { $0.contains("yyy") }, "what was typed is in the filter")
        await story.press("Enter")
        #expect(story.screen.contains("Go ahead?"))
        await story.press("y", "Enter")
        #expect(writes(story).count == before)
    }

    @Test func aDeviceThatHasChangedIsNotDeregisteredByMistake() async throws {
        let story = try await Story.devices()
        await story.press("j", "D")
        try await change("iPhone 15", in: story, to: EndpointChange(name: "Ada's new phone"))
        await story.press("y")
        #expect(story.screen.contains("Name: shown iPhone 15, on the service Ada's new phone"))
        await story.press("y")
        #expect(
            try await endpoint("Ada's new phone", in: story) != nil, "the key may have been meant for copying"
        )

        await story.press("Tab", "Enter")
        #expect(try await endpoint("Ada's new phone", in: story) == nil)
        #expect(story.screen.contains("Devices 3"))
    }

    @Test func aNameThatSomebodyElseHasChangedIsToldInTheLine() async throws {
        let story = try await Story.devices()
        await story.press("j", "n", "Ctrl-U")
        await story.type("Mine")
        try await change("iPhone 15", in: story, to: EndpointChange(name: "Theirs"))
        await story.press("Enter")
        #expect(story.screen.contains("meanwhile somebody has renamed it to “Theirs”"))
        #expect(try await endpoint("Theirs", in: story) != nil)

        await story.press("Enter")
        #expect(try await endpoint("Mine", in: story) != nil)
    }

    @Test func whatWasDeregisteredByMistakeIsRegisteredAgain() async throws {
        let story = try await Story.devices()
        let old = try #require(try await endpoint("iPhone 15", in: story))
        await story.press("j", "D", "y")
        #expect(try await endpoint("iPhone 15", in: story) == nil)

        await story.press("u")
        let new = try #require(try await endpoint("iPhone 15", in: story))
        #expect(new.endpointId != old.endpointId)
        #expect((new.type, new.allowMessages) == (old.type, old.allowMessages))
        #expect(story.screen.contains("Its id is new."))
        #expect(story.rows.contains { $0.contains("iPhone 15") && $0.contains("ALL ✓") })
    }

    @Test func aDeviceWithTheWrongTypeIsRegisteredAnewAndTheOldOneRemovedAfterwards() async throws {
        let story = try await Story.devices()
        let old = try #require(try await endpoint("Pixel 8", in: story))
        await story.press("G", "R")
        #expect(story.screen.contains("Repair a device"))
        #expect(story.cursorRow?.contains("Type") == true, "the faulty field has the focus")
        await story.press("Enter")
        #expect(story.screen.contains("Nothing was corrected"))

        await story.press("Right", "Enter")
        #expect(story.screen.contains("Remove the old endpoint first?"), "the token is the same")
        #expect(try await endpoint("Pixel 8", in: story)?.endpointId == old.endpointId)
        await story.press("Tab", "Enter")
        let new = try #require(try await endpoint("Pixel 8", in: story))
        #expect(new.endpointId != old.endpointId)
        #expect(new.type != old.type)
        #expect(story.screen.contains("Devices 4"))
        #expect(story.cursorRow?.contains("Pixel 8") == true)
    }

    @Test func aNewTokenTakesThePlaceOfTheOldOneWithoutAGap() async throws {
        let story = try await Story.devices()
        let old = try #require(try await endpoint("Pixel 8", in: story))
        await story.press("G", "R", "Tab", "Tab", "Ctrl-U")
        await story.type(String(repeating: "ab", count: 60))
        await story.press("Enter")
        let kinds = writes(story).map { $0.split(separator: " ").first ?? "" }
        #expect(kinds == ["POST", "DELETE"])
        #expect(try await endpoint("Pixel 8", in: story)?.endpointId != old.endpointId)
        #expect(story.screen.contains("the old endpoint is gone"))
    }

    @Test func aDeviceIsNeverLeftWithoutAnEndpoint() async throws {
        let story = try await Story.devices()
        await story.press("G", "R", "Right", "Enter")
        story.transport.refuse("POST ", with: 403)
        await story.press("Tab", "Enter")
        #expect(story.screen.contains("could not be registered again"))
        #expect(story.screen.contains("Repair a device"), "what was entered is still there")
    }

    @Test func onlyAnInactiveDeviceIsRepaired() async throws {
        let story = try await Story.devices()
        await story.press("R")
        #expect(story.screen.contains("Only a device that is INACTIVE needs repair."))
    }
}
