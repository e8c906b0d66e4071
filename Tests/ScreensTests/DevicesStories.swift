import ChimeIdentity
import TerminalUI
import TestSupport
import Testing
import ViewModels

/// A person looks at a user's devices and changes them.
@Suite struct DevicesStories {
    @Test func aPersonSeesEveryDeviceAndWhyOneIsSilent() async throws {
        let story = try await Story.devices()
        #expect(story.cursorRow?.contains("iPad mini") == true)

        await story.press("G")
        #expect(story.cursorRow?.contains("○ INACTIVE  INVALID_DEVICE_TOKEN") == true)
        #expect(story.screen.contains("The push provider no longer accepts this device's token."))
        #expect(story.screen.contains("tier=gold"))
    }

    @Test func aMutesTheDeviceAndULetsItReceiveAgain() async throws {
        let story = try await Story.devices()
        await story.press("j", "a")
        #expect(try await story.endpoints()["iPhone 15"]?.allowMessages == AllowMessages.none)
        #expect(story.screen.contains("✓ Muted “iPhone 15”."))

        await story.press("u")
        #expect(try await story.endpoints()["iPhone 15"]?.allowMessages == .all)
        #expect(story.screen.contains("✓ Undone: messages to “iPhone 15” allowed."))

        await story.press("u")
        #expect(story.screen.contains("There is nothing to undo."))
    }

    @Test func enterOnTheQuestionAloneDeregistersNothing() async throws {
        let story = try await Story.devices()
        await story.press("D", "Enter")
        #expect(try await story.endpoints().count == 4)

        await story.press("D", "Tab", "Enter")
        #expect(try await story.endpoints()["iPad mini"] == nil)
        #expect(story.cursorRow?.contains("iPhone 15") == true)
    }

    @Test func aNameThatTheServiceRefusesIsNotLost() async throws {
        let story = try await Story.devices()
        story.transport.refuse("PUT ", with: 403)
        await story.press("n", "Ctrl-U")
        await story.type("Ada's tablet")
        await story.press("Enter")
        #expect(story.screen.contains("│ Ada's tablet"))
        #expect(story.screen.contains("request-1"))

        story.transport.refuse("PUT ", with: nil)
        await story.press("Enter")
        #expect(try await story.endpoints()["Ada's tablet"] != nil)
        #expect(story.cursorRow?.contains("Ada's tablet") == true)
    }

    @Test func aRefreshNeverMovesTheCursorToAnotherDevice() async throws {
        let story = try await Story.devices()
        await story.press("j", "j")
        #expect(story.cursorRow?.contains("Old test build") == true)
        let known = try await story.endpoints()

        for name in ["AAA first", "Newer phone"] {
            _ = try await story.client.perform(
                Operations.registerAppInstanceUserEndpoint,
                RegisterAppInstanceUserEndpointRequest(
                    appInstanceUserArn: Story.userArn("ada.lovelace"), name: name, type: .gcm,
                    resourceArn: "arn:aws:mobiletargeting:us-east-1:111122223333:apps/x",
                    endpointAttributes: EndpointAttributes(deviceToken: "token-\(name.count)")))
        }
        _ = try await story.client.perform(
            Operations.updateAppInstanceUserEndpoint,
            UpdateAppInstanceUserEndpointRequest(
                appInstanceUserArn: Story.userArn("ada.lovelace"),
                endpointId: try #require(known["Old test build"]).endpointId, name: "zzz last"))
        await story.letRefreshFallDue()
        #expect(story.screen.contains("Devices 6"))
        #expect(story.cursorRow?.contains("zzz last") == true)
    }

    @Test func whenItsRowVanishesTheCursorGoesToTheNextOne() async throws {
        let story = try await Story.devices()
        await story.press("j")
        _ = try await story.client.perform(
            Operations.deregisterAppInstanceUserEndpoint,
            DeregisterAppInstanceUserEndpointRequest(
                appInstanceUserArn: Story.userArn("ada.lovelace"),
                endpointId: try #require(try await story.endpoints()["iPhone 15"]).endpointId))
        await story.letRefreshFallDue()
        #expect(story.cursorRow?.contains("Old test build") == true)

        await story.press("a")
        #expect(
            story.screen.contains(
                "The device under the cursor is gone; press again to change “Old test build”."))
        #expect(!story.transport.requests.contains { $0.hasPrefix("PUT ") }, "the key was meant for another")
        await story.press("a")
        #expect(story.screen.contains("✓ Muted “Old test build”."))
    }

    @Test func whatIsShownOfADeviceIsAsNewAsItsRow() async throws {
        let story = try await Story.devices(columns: 100, rows: 40)
        await story.press("j", "Enter", "v")
        let known = try #require(try await story.endpoints()["iPhone 15"])
        #expect(story.screen.contains("iPhone 15"))
        _ = try await story.client.perform(
            Operations.updateAppInstanceUserEndpoint,
            UpdateAppInstanceUserEndpointRequest(
                appInstanceUserArn: Story.userArn("ada.lovelace"), endpointId: known.endpointId,
                name: "Renamed elsewhere", allowMessages: AllowMessages.none))
        #expect(story.screen.contains("Updated  2025-"))
        await story.letRefreshFallDue()
        #expect(story.screen.contains("› Renamed elsewhere"))
        #expect(story.screen.contains("AllowMessages  NONE"))
        #expect(
            story.screen.contains("Updated  2026-11-24 09:41"),
            "the details are read again, not only the list")
    }

    @Test func rowsStayWhileTheServiceIsGone() async throws {
        let story = try await Story.devices()
        story.transport.trouble = .cannotConnect("127.0.0.1:1")
        await story.press("r")
        #expect(story.screen.contains("iPhone 15"))
        #expect(story.screen.contains("✗ Cannot connect to 127.0.0.1:1"))
        #expect(story.screen.contains("Since 09:41:00. What you see is of 09:41:00. Press r to try again."))

        await story.press("a")
        #expect(story.cursorRow?.contains("NONE") == true)
        #expect(story.screen.contains("failed: Cannot connect"))

        story.transport.trouble = nil
        await story.press("r")
        #expect(!story.screen.contains("Since 09:41:00"))
    }

    @Test func aReadOnlySessionRefusesWritesAndSaysWhy() async throws {
        let story = try await Story.devices(access: .readOnly)
        #expect(story.screen.contains("READ-ONLY"))
        for key in ["a", "n", "D", "+", "u"] {
            await story.press(key)
            #expect(story.screen.contains("Read-only, so nothing changes"))
        }
        #expect(!story.transport.requests.contains { !$0.hasPrefix("GET ") })
    }

    @Test func tokensAreMaskedUntilTheyAreAskedFor() async throws {
        let story = try await Story.devices()
        #expect(story.screen.contains("••••••••"))
        await story.press("v")
        #expect(!story.screen.contains("••••••••"))
    }

    @Test func hostileNamesLeaveTheColumnsAligned() async throws {
        let story = try await Story.devices(of: "alan.turing")
        let names = [
            "\u{1B}]0;pwned\u{07}", "\u{1B}[2J", "\u{202E}backwards", "中文", "👩‍👩‍👧",
            String(repeating: "x", count: 1600),
        ]
        var known: [String] = []
        for try await endpoint in story.client.endpoints(of: Story.userArn("alan.turing")) {
            known.append(endpoint.endpointId)
        }
        for id in known {
            _ = try await story.client.perform(
                Operations.deregisterAppInstanceUserEndpoint,
                DeregisterAppInstanceUserEndpointRequest(
                    appInstanceUserArn: Story.userArn("alan.turing"), endpointId: id))
        }
        for (index, name) in names.enumerated() {
            _ = try await story.client.perform(
                Operations.registerAppInstanceUserEndpoint,
                RegisterAppInstanceUserEndpointRequest(
                    appInstanceUserArn: Story.userArn("alan.turing"), name: name, type: .gcm,
                    resourceArn: "arn:aws:mobiletargeting:us-east-1:111122223333:apps/"
                        + String(repeating: "a", count: 32),
                    endpointAttributes: EndpointAttributes(deviceToken: "token\(index)")))
        }
        await story.press("r")
        let frame = story.terminal.screen
        let column = (0..<frame.size.columns).first { frame[$0, 3].text == "S" }
        let status = try #require(column)
        for row in 4..<(4 + names.count) { #expect(frame[status, row].text == "●") }
        for row in story.rows { #expect(!row.unicodeScalars.contains { $0.value < 0x20 }) }
    }
}
