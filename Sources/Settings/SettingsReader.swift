import AWSClient
import ChimeIdentity
import Screens
import TerminalUI
import Yams

/// Reads settings from YAML. Nodes are read, and not a `Codable` value, since a decoder tells neither lines nor names
/// that it does not know.
struct SettingsReader {
    /// The file's path, for errors.
    let path: String

    private typealias Read =
        @Sendable (inout Settings, SettingValue) throws(ConfigurationError) -> Void

    private static let members: [(name: String, read: Read)] = [
        ("refresh", readRefresh), ("confirm", choice(\.confirm)), ("read_only", flag(\.isReadOnly)),
        ("no_color", flag(\.usesNoColor)), ("theme", choice(\.theme)), ("plain", flag(\.isPlain)),
        ("mouse", flag(\.usesMouse)), ("app_instance", readAppInstance), ("output", choice(\.output)),
        ("colors", readColors), ("keys", readKeys),
    ]

    private static func flag(_ member: WritableKeyPath<Settings, Sourced<Bool>> & Sendable) -> Read {
        { (settings, value) throws(ConfigurationError) in
            settings[keyPath: member] = value.sourced(try value.bool())
        }
    }

    private static func choice<Value: CaseIterable & RawRepresentable & Sendable>(
        _ member: WritableKeyPath<Settings, Sourced<Value>> & Sendable
    ) -> Read where Value.RawValue == String {
        { (settings, value) throws(ConfigurationError) in
            settings[keyPath: member] = value.sourced(try value.choice(of: Value.self))
        }
    }

    /// The names of all settings.
    static var names: [String] { members.map(\.name) }

    /// The settings that a text says.
    ///
    /// - Throws: `ConfigurationError` with the line.
    func read(_ text: String) throws(ConfigurationError) -> Settings {
        var settings = Settings()
        guard let root = try compose(text) else { return settings }
        // An empty document, or one of comments alone.
        if root.null != nil { return settings }
        let all = SettingValue(name: "", node: root, path: path)
        guard root.mapping != nil else {
            throw ConfigurationError("\(all.source): a setting is a name and a value, such as 'refresh: 30'.")
        }
        for (name, value) in try all.members("setting", known: Self.names) {
            try Self.members.first { $0.name == name }?.read(&settings, value)
        }
        try check(settings)
        return settings
    }

    private func compose(_ text: String) throws(ConfigurationError) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw ConfigurationError(
                "\(path), line \(mark.line): this is no YAML (\(problem)); correct the line.")
        } catch YamlError.reader(let problem, let offset, _, _) {
            let line = 1 + text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
            throw ConfigurationError("\(path), line \(line): this is no YAML (\(problem)); correct the line.")
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            let names = duplicates.sorted().joined(separator: ", ")
            throw ConfigurationError(
                "\(path), line \(context.mark.line): what begins here says \(names) more than once; keep one."
            )
        } catch {
            throw ConfigurationError("\(path): this is no YAML (\(error)); correct it.")
        }
    }

    private static func readRefresh(_ settings: inout Settings, _ value: SettingValue)
        throws(ConfigurationError)
    {
        guard let seconds = value.node.float, seconds == 0 || (1...86400).contains(seconds) else {
            throw value.wrong(takes: "0, or from 1 to 86400 seconds")
        }
        settings.refresh = value.sourced(seconds)
    }

    private static func readAppInstance(_ settings: inout Settings, _ value: SettingValue)
        throws(ConfigurationError)
    {
        let takes = "an ARN such as arn:aws:chime:us-east-1:111122223333:app-instance/ID"
        let arn = try value.text(takes: takes)
        guard let parsed = AppInstanceARN(arn), parsed.userId == nil else { throw value.wrong(takes: takes) }
        settings.appInstance = value.sourced(arn)
    }

    private static func readColors(_ settings: inout Settings, _ value: SettingValue)
        throws(ConfigurationError)
    {
        for (name, value) in try value.members("color", known: Palette.names.map(\.name)) {
            let takes = "words such as 'bold red', 'bright-blue' or a number from 0 to 255"
            guard let style = Style(try value.text(takes: takes)) else { throw value.wrong(takes: takes) }
            settings.colors[name] = value.sourced(style)
        }
    }

    private static func readKeys(_ settings: inout Settings, _ value: SettingValue) throws(ConfigurationError)
    {
        let commands = Set(KeyMap.standard.bindings.map(\.command.rawValue)).sorted()
        for (name, value) in try value.members("command", known: commands) {
            let takes = "keys such as a, Ctrl-P, F5, PgUp or Space, or a list of them"
            var keys: [Key] = []
            for text in try value.texts(takes: takes) {
                guard let key = Key(text) else {
                    throw ConfigurationError("\(value.source): \(value.name) takes \(takes), not '\(text)'.")
                }
                if let reason = key.whyNeverPressed {
                    throw ConfigurationError("\(value.source): \(text) \(reason)")
                }
                keys.append(key)
            }
            settings.keys[Command(rawValue: name)] = value.sourced(keys)
        }
    }

    /// Refuses keys that do not go together.
    private func check(_ settings: Settings) throws(ConfigurationError) {
        do throws(KeyMap.Refusal) {
            _ = try settings.keyMap()
        } catch {
            func source(_ command: Command) -> String { settings.keys[command]?.source ?? path }
            switch error {
            case .taken(let key, let command, let other):
                throw ConfigurationError(
                    "\(source(command)): \(key) for keys.\(command.rawValue) is the key of \(other.rawValue) "
                        + "as well; choose another, or give \(other.rawValue) one.")
            case .needed(let command):
                throw ConfigurationError(
                    "\(source(command)): keys.\(command.rawValue) needs a key, or there would be no way out; "
                        + "give it one.")
            }
        }
    }
}
