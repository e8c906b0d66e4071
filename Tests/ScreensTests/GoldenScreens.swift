import Foundation
import Screens
import TerminalUI
import TestSupport
import Testing
import ViewModels

/// The screens as they should look, with their styles, at three sizes.
@Suite struct GoldenScreens {
    static let sizes = [(80, 24), (100, 30), (200, 50)]

    @Test(arguments: sizes) func users(columns: Int, rows: Int) async throws {
        let story = try await Story(
            at: .users(appInstanceArn: Story.appInstanceArn), columns: columns, rows: rows)
        try GoldenScreen.check(story.terminal.frame, "users-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func devices(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("G")
        try GoldenScreen.check(story.terminal.frame, "devices-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func deviceInFull(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("G", "Enter", "v")
        try GoldenScreen.check(story.terminal.frame, "device-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func tags(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("t", "D", "+")
        await story.type("color")
        try GoldenScreen.check(story.terminal.frame, "tags-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func register(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("+", "Enter")
        try GoldenScreen.check(story.terminal.frame, "register-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func question(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("D")
        try GoldenScreen.check(story.terminal.frame, "question-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func help(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("?")
        try GoldenScreen.check(story.terminal.frame, "help-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func lostService(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        story.transport.trouble = .cannotConnect("127.0.0.1:8080")
        await story.press("r")
        try GoldenScreen.check(story.terminal.frame, "lost-\(columns)x\(rows)")
    }

    @Test(arguments: [(59, 24), (80, 15), (20, 5), (1, 1)]) func tooSmall(columns: Int, rows: Int)
        async throws
    {
        let story = try await Story.devices(columns: columns, rows: rows)
        try GoldenScreen.check(story.terminal.frame, "too-small-\(columns)x\(rows)")
    }

    @Test func theReadmeShowsTheDevicesScreen() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let golden = try String(
            contentsOf: root.appendingPathComponent("Tests/ScreensTests/Golden/devices-100x30.txt"),
            encoding: .utf8)
        let rows = golden.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.hasPrefix("|") }.map { $0.dropFirst() }
        let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        #expect(
            readme.contains("<!-- devices -->\n```\n\(rows.joined(separator: "\n"))\n```\n<!-- /devices -->"))
    }

    @Test func theDocumentOfKeysIsUpToDate() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let document = try String(contentsOf: root.appendingPathComponent("docs/keys.md"), encoding: .utf8)
        #expect(document == KeyReference.markdown(.standard))
    }
}
