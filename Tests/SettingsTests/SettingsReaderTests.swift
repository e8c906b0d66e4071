import AWSClient
import Foundation
import Screens
import Settings
import TerminalUI
import Testing

@Suite("The settings file")
struct SettingsReaderTests {
    private static let file = "/home/me/.config/carillon/config.yaml"

    private func read(_ text: String?) throws -> Settings {
        try SettingsFile.read(
            ProcessEnvironment(variables: [:], homeDirectory: "/home/me") { path in
                #expect(path == Self.file)
                return text.map { Data($0.utf8) }
            })
    }

    @Test(
        "is where the XDG directories say",
        arguments: [
            ("/etc/me", "/etc/me/carillon/config.yaml"), ("relative", Self.file), ("", Self.file),
        ])
    func path(directory: String, path: String) {
        let environment = ProcessEnvironment(
            variables: ["XDG_CONFIG_HOME": directory], homeDirectory: "/home/me"
        ) { _ in nil }
        #expect(SettingsFile.path(environment) == path)
    }

    @Test("need not be there, nor say anything", arguments: [nil, "", "# nothing yet\n", "---\n", "null\n"])
    func nothing(text: String?) throws {
        let settings = try read(text)
        #expect(settings.refresh == Sourced(15, from: "default"))
        #expect(settings.confirm.value == .destructive)
        #expect(!settings.isReadOnly.value)
        #expect(!settings.usesNoColor.value)
        #expect(settings.appInstance.value == nil)
        #expect(settings.output.value == .table)
        #expect(settings.palette == Palette())
        #expect(try settings.keyMap().bindings == KeyMap.standard.bindings)
    }

    @Test("says everything there is to say, and each value knows its line")
    func everything() throws {
        let settings = try read(
            """
            refresh: 2.5
            confirm: always
            read_only: true
            no_color: true
            app_instance: arn:aws:chime:us-east-1:111122223333:app-instance/abc
            output: jsonl
            colors:
              good: bold bright-blue
              bad: 208
            keys:
              device.toggle-allow: m
              device.rename: [F2, Ctrl-N]
              device.reveal-tokens: []
            """)
        #expect(settings.refresh == Sourced(2.5, from: "\(Self.file), line 1"))
        #expect(settings.confirm == Sourced(.always, from: "\(Self.file), line 2"))
        #expect(settings.isReadOnly.value)
        #expect(settings.usesNoColor.value)
        #expect(settings.appInstance.value == "arn:aws:chime:us-east-1:111122223333:app-instance/abc")
        #expect(settings.output == Sourced(.jsonl, from: "\(Self.file), line 6"))
        #expect(settings.palette.good == Style(foreground: .ansi(12), attributes: .bold))
        #expect(settings.palette.bad == Style(foreground: .indexed(208)))
        #expect(settings.palette.notable == Palette().notable)
        #expect(
            settings.keys[.rename] == Sourced([.function(2), .control("n")], from: "\(Self.file), line 12"))
        let devices: [KeyContext] = [.devices, .list, .session, .browse, .global]
        let map = try settings.keyMap()
        #expect(map.command(for: .character("m"), in: devices) == .toggleAllow)
        #expect(map.command(for: .character("a"), in: devices) == nil)
        #expect(map.command(for: .character("v"), in: devices) == nil)
        #expect(map.command(for: .function(2), in: devices) == .rename)
    }

    @Test("builds its colours on a theme")
    func theme() throws {
        let settings = try read("theme: high-contrast\nplain: true\nmouse: true\ncolors:\n  bad: 208\n")
        #expect(settings.palette.label == Theme.highContrast.palette.label)
        #expect(settings.palette.bad == Style(foreground: .indexed(208)))
        #expect(settings.palette.symbols == .plain)
        #expect(settings.usesMouse.value)
    }

    @Test(
        "is refused where it makes no sense, with the line and what to do",
        arguments: [
            ("refesh: 1", 1, "there is no setting 'refesh'; did you mean 'refresh'?"),
            (
                "\n\nzzz: 1", 3,
                "there is no setting 'zzz'; there are app_instance, colors, confirm, keys, mouse, no_color, "
                    + "output, plain, read_only, refresh, theme."
            ),
            ("colours:\n  good: red", 1, "there is no setting 'colours'; did you mean 'colors'?"),
            ("refresh: 0.5", 1, "refresh takes 0, or from 1 to 86400 seconds, not '0.5'."),
            ("refresh: soon", 1, "refresh takes 0, or from 1 to 86400 seconds, not 'soon'."),
            ("refresh: [1]", 1, "refresh takes 0, or from 1 to 86400 seconds, not a list."),
            ("confirm: never", 1, "confirm takes destructive or always, not 'never'."),
            (
                "theme: dark", 1,
                "theme takes default, high-contrast, monochrome or soft, not 'dark'."
            ),
            ("mouse: maybe", 1, "mouse takes true or false, not 'maybe'."),
            ("read_only: 1", 1, "read_only takes true or false, not '1'."),
            ("output: xml", 1, "output takes table, json, jsonl or csv, not 'xml'."),
            (
                "app_instance: abc", 1,
                "app_instance takes an ARN such as arn:aws:chime:us-east-1:111122223333:app-instance/ID, not 'abc'."
            ),
            ("colors:\n  god: red", 2, "there is no color 'god'; did you mean 'good'?"),
            (
                "colors:\n  good: red blue", 2,
                "colors.good takes words such as 'bold red', 'bright-blue' or a number from 0 to 255, not 'red blue'."
            ),
            ("colors: red", 1, "colors takes names with values below it, such as 'text: …', not 'red'."),
            (
                "keys:\n  device.renane: x", 2,
                "there is no command 'device.renane'; did you mean 'device.rename'?"
            ),
            (
                "keys:\n  undo: [u, Ctrl+Z]", 2,
                "keys.undo takes keys such as a, Ctrl-P, F5, PgUp or Space, or a list of them, not 'Ctrl+Z'."
            ),
            ("keys:\n  undo: Ctrl-M", 2, "Ctrl-M is Enter to a terminal; write Enter."),
            (
                "read_only: true\nkeys:\n  undo: r", 3,
                "r for keys.undo is the key of refresh as well; choose another, or give refresh one."
            ),
            ("keys:\n  quit: []", 2, "keys.quit needs a key, or there would be no way out; give it one."),
            ("refresh: 1\nrefresh: 2", 1, "what begins here says refresh more than once; keep one."),
            ("- refresh", 1, "a setting is a name and a value, such as 'refresh: 30'."),
        ])
    func nonsense(text: String, line: Int, sentence: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try read(text) }
        #expect(error?.description == "\(Self.file), line \(line): \(sentence)")
    }

    @Test("is refused where it is no YAML", arguments: ["refresh: [1", "\trefresh: 1", "a: b: c", "\u{7}"])
    func noYAML(text: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try read(text) }
        #expect(error?.description.hasPrefix("\(Self.file), line ") == true, "\(error?.description ?? "")")
    }
}
