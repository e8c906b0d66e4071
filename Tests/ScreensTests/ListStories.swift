import ChimeIdentity
import TestSupport
import Testing

/// A person narrows a list down, sorts it, and changes several devices at once.
@Suite struct ListStories {
    private func muted(_ story: Story) async throws -> Set<String> {
        Set(try await story.endpoints().filter { $0.value.allowMessages == AllowMessages.none }.keys)
    }

    private func names(_ story: Story) -> [String] {
        ["iPad mini", "iPhone 15", "Old test build", "Pixel 8"].filter { name in
            story.rows.contains { $0.contains("\(name) ") && $0.contains("ACTIVE") }
        }
    }

    private func writes(_ story: Story) -> Int {
        story.transport.requests.count { !$0.hasPrefix("GET ") }
    }

    @Test func devicesAreFilteredByColumn() async throws {
        let story = try await Story.devices()
        await story.press("/")
        await story.type("status:inactive")
        #expect(names(story) == ["Old test build", "Pixel 8"])
        #expect(story.screen.contains("2 of 4"))
        await story.type(" type:gcm")
        #expect(names(story) == ["Pixel 8"])

        await story.press("Enter", "t", "q")
        #expect(names(story) == ["Pixel 8"], "a filter outlives a look at another screen")
        await story.letRefreshFallDue()
        #expect(names(story) == ["Pixel 8"])
        await story.press("Esc")
        #expect(names(story).count == 4)
        #expect(story.cursorRow?.contains("Pixel 8") == true)
    }

    @Test func whatFitsNothingSaysHowToGoOn() async throws {
        let story = try await Story.devices()
        await story.press("/")
        await story.type("zzz")
        #expect(story.screen.contains("Nothing fits the filter."))
        await story.press("a")
        #expect(story.screen.contains("zzza"), "a letter is text while a filter is typed")
        await story.press("Esc")
        #expect(names(story).count == 4)
    }

    @Test func theHeadSaysByWhichColumnItIsSorted() async throws {
        let story = try await Story.devices()
        #expect(story.rows[3].contains("NAME ↑"))
        await story.press("o")
        #expect(story.rows[3].contains("STATUS ↑"))
        #expect(story.cursorRow?.contains("iPad mini") == true)
        await story.press("O", "r")
        #expect(story.rows[3].contains("STATUS ↓"))
        #expect(story.rows[4].contains("INVALID_PINPOINT_ARN"))
        #expect(story.cursorRow?.contains("iPad mini") == true)
    }

    @Test func markedDevicesAreMutedTogetherAfterAQuestionThatListsThem() async throws {
        let story = try await Story.devices()
        await story.press("*", "a")
        #expect(story.screen.contains("Mute 3 devices?"))
        for line in ["ALL → NONE  iPhone 15", "ALL → NONE  Pixel 8", "stays NONE  iPad mini"] {
            #expect(story.screen.contains(line))
        }
        await story.press("Enter")
        #expect(writes(story) == 0, "Cancel has the focus")
        #expect(story.screen.contains("4 marked"))

        await story.press("a", "y")
        #expect(try await muted(story).count == 4)
        #expect(writes(story) == 3)
        #expect(story.screen.contains("✓ Muted 3 devices."))
        #expect(story.screen.contains("NONE ✓"))
        #expect(!story.screen.contains("marked"))

        await story.press("u")
        #expect(story.screen.contains("Undo 3 changes?"))
        await story.press("y")
        #expect(try await muted(story) == ["iPad mini"])
    }

    @Test func whatFailsStaysMarkedAndIsTriedAgainAlone() async throws {
        let story = try await Story.devices()
        await story.press("*")
        story.transport.refuse("4b1c0000-0000-4000-8000-000000000002", with: 403)
        await story.press("a", "y")
        #expect(story.screen.contains("1 of 3 devices failed; they stay marked, to be tried again"))
        #expect(try await !muted(story).contains("Pixel 8"))
        #expect(story.screen.contains("ALL ✗"))

        story.transport.refuse("4b1c0000-0000-4000-8000-000000000002", with: nil)
        await story.press("a")
        #expect(story.screen.contains("Mute 1 device?"))
        await story.press("y")
        #expect(try await muted(story).count == 4)
        #expect(writes(story) == 3, "the devices that were muted are not written again")
    }

    @Test func marksGoWithTheirDevicesAndWithTheirKey() async throws {
        let story = try await Story.devices()
        await story.press("Space", "Space")
        #expect(story.screen.contains("2 marked"))
        _ = try await story.client.perform(
            Operations.deregisterAppInstanceUserEndpoint,
            DeregisterAppInstanceUserEndpointRequest(
                appInstanceUserArn: Story.userArn("ada.lovelace"),
                endpointId: "4b1c0000-0000-4000-8000-000000000001"))
        await story.letRefreshFallDue()
        #expect(story.screen.contains("1 marked"))
        await story.press("\\")
        #expect(!story.screen.contains("marked"))
    }

    @Test func markedDevicesAreDeregisteredTogether() async throws {
        let story = try await Story.devices()
        await story.press("G", "Space", "k", "k", "Space", "D")
        #expect(story.screen.contains("Deregister 2 devices?"))
        await story.press("y")
        #expect(names(story) == ["iPad mini", "Old test build"])
        #expect(story.screen.contains("✓ Deregistered 2 devices."))
    }
}
