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
        GoldenScreen.expect(story.terminal.screen, is: "users-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func devices(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("G")
        GoldenScreen.expect(story.terminal.screen, is: "devices-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func deviceInFull(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("G", "Enter", "v")
        GoldenScreen.expect(story.terminal.screen, is: "device-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func tags(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("t", "D", "+")
        await story.type("color")
        GoldenScreen.expect(story.terminal.screen, is: "tags-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func register(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("+", "Enter")
        GoldenScreen.expect(story.terminal.screen, is: "register-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func question(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("D")
        GoldenScreen.expect(story.terminal.screen, is: "question-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func help(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("?")
        GoldenScreen.expect(story.terminal.screen, is: "help-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func lostService(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        story.transport.trouble = .cannotConnect("127.0.0.1:8080")
        await story.press("r")
        GoldenScreen.expect(story.terminal.screen, is: "lost-\(columns)x\(rows)")
    }

    @Test(arguments: [(59, 24), (80, 15), (20, 5), (1, 1)]) func tooSmall(columns: Int, rows: Int)
        async throws
    {
        let story = try await Story.devices(columns: columns, rows: rows)
        GoldenScreen.expect(story.terminal.screen, is: "too-small-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func commandPalette(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press(":")
        await story.type("re")
        GoldenScreen.expect(story.terminal.screen, is: "commands-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func copyMenu(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("j", "y", "j")
        GoldenScreen.expect(story.terminal.screen, is: "copy-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func activity(columns: Int, rows: Int) async throws {
        let story = try await Story.devices(columns: columns, rows: rows)
        await story.press("j", "a")
        story.transport.refuse("PUT ", with: 403)
        await story.press("u", "E")
        GoldenScreen.expect(story.terminal.screen, is: "activity-\(columns)x\(rows)")
    }

    /// Every theme but the default, which all other screens show, and the words for screen readers.
    static let looks: [(name: String, palette: Palette)] =
        Theme.allCases.dropFirst().map { ($0.rawValue, $0.palette) } + [("plain", plain)]

    private static var plain: Palette {
        var palette = Palette()
        palette.symbols = .plain
        return palette
    }

    @Test(arguments: looks.indices, sizes) func look(index: Int, size: (columns: Int, rows: Int)) async throws
    {
        let (name, palette) = Self.looks[index]
        let story = try await Story.devices(columns: size.columns, rows: size.rows, palette: palette)
        await story.press("j", "Space", "a", "Esc", "G")
        GoldenScreen.expect(story.terminal.screen, is: "\(name)-\(size.columns)x\(size.rows)")
    }

    @Test func noThemeColoursTheBackground() {
        for theme in Theme.allCases {
            for (name, style) in Palette.names {
                let style = theme.palette[keyPath: style]
                #expect(style.background == .default, "\(theme.rawValue): \(name)")
                #expect(!style.attributes.contains(.reverse), "\(theme.rawValue): \(name)")
            }
        }
    }

    @Test func theReadmeShowsTheDevicesScreen() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let golden = try String(
            contentsOf: root.appendingPathComponent("Tests/ScreensTests/Golden/devices-100x30.txt"),
            encoding: .utf8)
        let rows = try #require(ScreenText(golden)).rows
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
