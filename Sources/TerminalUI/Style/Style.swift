/// How a cell looks.
public struct Style: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: Color
    /// The colour behind the text.
    public var background: Color
    /// Bold, underline and the like.
    public var attributes: Attributes

    /// The terminal's own colours with the given differences.
    public init(
        foreground: Color = .default, background: Color = .default, attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own colours.
    public static let plain = Style()

    /// The same style with more attributes.
    public func adding(_ attributes: Attributes) -> Style {
        Style(
            foreground: foreground, background: background, attributes: self.attributes.union(attributes))
    }
}

/// A colour of the terminal.
public enum Color: Hashable, Sendable {
    /// What the terminal uses where nothing is asked for; keeps light and dark themes readable.
    case `default`
    /// One of the 16 colours that the terminal's theme decides, 0–15.
    case ansi(UInt8)
    /// One of the 256 colours of the xterm palette.
    case indexed(UInt8)

    /// The theme's red.
    public static let red = Color.ansi(1)
    /// The theme's green.
    public static let green = Color.ansi(2)
    /// The theme's yellow.
    public static let yellow = Color.ansi(3)
    /// The theme's blue.
    public static let blue = Color.ansi(4)
    /// The theme's magenta.
    public static let magenta = Color.ansi(5)
    /// The theme's cyan.
    public static let cyan = Color.ansi(6)
}

/// Attributes of text beyond its colour.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// The set as bits.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter than normal.
    public static let dim = Attributes(rawValue: 2)
    /// A line below.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
    /// Slanted.
    public static let italic = Attributes(rawValue: 16)
}
