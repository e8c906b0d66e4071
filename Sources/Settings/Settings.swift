import AWSClient
import Screens
import TerminalUI

/// How the program behaves, as a person has set it. What nobody has set is as it is without a file.
public struct Settings: Sendable {
    /// Which writes are asked about before they are sent.
    public enum Confirm: String, Sendable, CaseIterable {
        /// Those that cannot be taken back.
        case destructive
        /// All.
        case always
    }

    /// The source of what nobody has set.
    public static let standardSource = "default"

    /// How often devices and tags are read again, in seconds: 0 for never, or from 1 to 86400.
    public var refresh = Sourced(15.0, from: standardSource)
    /// Which writes are asked about.
    public var confirm = Sourced(Confirm.destructive, from: standardSource)
    /// Whether every write is refused.
    public var isReadOnly = Sourced(false, from: standardSource)
    /// Whether no colours are used.
    public var usesNoColor = Sourced(false, from: standardSource)
    /// The styles that others build on.
    public var theme = Sourced(Theme.standard, from: standardSource)
    /// Whether words and blanks stand in place of signs and lines, for screen readers.
    public var isPlain = Sourced(false, from: standardSource)
    /// Whether the mouse is for the program.
    public var usesMouse = Sourced(false, from: standardSource)
    /// The AppInstance to use where none is named.
    public var appInstance = Sourced(String?.none, from: standardSource)
    /// How commands write their results where nothing else is asked for.
    public var output = Sourced(OutputFormat.table, from: standardSource)
    /// The styles that are not as in the theme, by their names in `Palette.names`.
    public var colors: [String: Sourced<Style>] = [:]
    /// The keys that are not as without a file.
    public var keys: [Command: Sourced<[Key]>] = [:]

    /// The settings without a file.
    public init() {}

    /// The styles of the screens.
    public var palette: Palette {
        var palette = theme.value.palette
        if isPlain.value { palette.symbols = .plain }
        for (name, style) in Palette.names {
            if let color = colors[name] { palette[keyPath: style] = color.value }
        }
        return palette
    }

    /// The keys of the screens.
    ///
    /// - Throws: `KeyMap.Refusal`; not for settings that were read from a file, which were checked then.
    public func keyMap() throws(KeyMap.Refusal) -> KeyMap {
        try KeyMap.standard.replacing(keys.mapValues(\.value))
    }
}
