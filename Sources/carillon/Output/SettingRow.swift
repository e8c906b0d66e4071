import AWSClient
import Screens
import Settings
import TerminalUI

/// A setting as `config show` prints it.
struct SettingRow: Encodable {
    let name: String
    let value: String
    let source: String

    private enum CodingKeys: String, CodingKey {
        case name = "Name"
        case value = "Value"
        case source = "Source"
    }

    private init<Value>(_ name: String, _ setting: Sourced<Value>, _ text: (Value) -> String) {
        self.name = name
        value = text(setting.value)
        source = setting.source
    }

    /// All settings, in the order of the documentation.
    static func all(_ settings: Settings) -> [SettingRow] {
        let colors = Palette.names.map { name, style in
            SettingRow(
                "colors.\(name)",
                settings.colors[name]
                    ?? Sourced(Palette()[keyPath: style], from: Settings.standardSource), \.description)
        }
        let keys = settings.keys.sorted { $0.key.rawValue < $1.key.rawValue }.map { command, keys in
            SettingRow("keys.\(command.rawValue)", keys) { keys in
                keys.isEmpty ? "none" : keys.map(\.description).joined(separator: " ")
            }
        }
        return [
            SettingRow("refresh", settings.refresh) { $0.formatted() },
            SettingRow("confirm", settings.confirm, \.rawValue),
            SettingRow("read_only", settings.isReadOnly, \.description),
            SettingRow("no_color", settings.usesNoColor, \.description),
            SettingRow("theme", settings.theme, \.rawValue),
            SettingRow("plain", settings.isPlain, \.description),
            SettingRow("mouse", settings.usesMouse, \.description),
            SettingRow("app_instance", settings.appInstance) { $0 ?? "none" },
            SettingRow("output", settings.output, \.rawValue),
        ] + colors + keys
    }
}
