/// What a terminal can show.
public struct Capabilities: Hashable, Sendable {
    /// How many colours there are.
    public enum ColorDepth: Int, Hashable, Sendable, Comparable {
        /// None: the terminal has none, or the person asked for none.
        case monochrome = 0
        /// The eight basic colours.
        case eight = 8
        /// The eight basic colours and their bright forms.
        case sixteen = 16
        /// The xterm palette.
        case indexed = 256

        /// Whether the left depth has fewer colours.
        public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
    }

    /// How many colours there are.
    public var colors: ColorDepth
    /// Whether text beyond ASCII can be drawn.
    public var isUnicode: Bool

    /// The given capabilities.
    public init(colors: ColorDepth, isUnicode: Bool) {
        self.colors = colors
        self.isUnicode = isUnicode
    }

    /// The style as this terminal can show it: colours it lacks become the nearest one it has.
    public func adapt(_ style: Style) -> Style {
        Style(
            foreground: adapt(style.foreground), background: adapt(style.background),
            attributes: style.attributes)
    }

    private func adapt(_ color: Color) -> Color {
        switch (color, colors) {
        case (.default, _), (_, .monochrome): .default
        case (_, .indexed), (.ansi, .sixteen): color
        case (.ansi(let index), .eight): .ansi(index % 8)
        case (.indexed(let index), .sixteen): .ansi(Self.nearestBasic(index))
        case (.indexed(let index), .eight): .ansi(Self.nearestBasic(index) % 8)
        }
    }

    /// The basic colour for an entry of the xterm palette: entries 0–15 are the basic colours themselves,
    /// 16–231 a 6×6×6 cube, 232–255 greys.
    private static func nearestBasic(_ index: UInt8) -> UInt8 {
        switch index {
        case 0...15:
            return index
        case 16...231:
            let cube = Int(index) - 16
            let levels = (red: cube / 36, green: cube / 6 % 6, blue: cube % 6)
            let strongest = max(levels.red, levels.green, levels.blue)
            guard strongest > 1 else { return 0 }
            let bits =
                (levels.red * 2 > strongest ? 1 : 0) + (levels.green * 2 > strongest ? 2 : 0)
                + (levels.blue * 2 > strongest ? 4 : 0)
            return UInt8(strongest > 3 ? bits + 8 : bits)
        default:
            return index < 238 ? 8 : index < 250 ? 7 : 15
        }
    }
}
