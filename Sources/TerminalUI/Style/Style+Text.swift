extension Style: LosslessStringConvertible {
    private static let colorNames = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    private static let attributeNames: [(String, Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse),
        ("italic", .italic),
    ]

    /// The style in words, such as `bold red`, `bright-blue`, `dim 208` or `default`. The background is left out.
    public var description: String {
        let words = Self.attributeNames.compactMap { attributes.contains($0.1) ? $0.0 : nil }
        switch foreground {
        case .default: return words.isEmpty ? "default" : words.joined(separator: " ")
        case .ansi(let index):
            let name = Self.colorNames[Int(index % 8)]
            return (words + [index < 8 ? name : "bright-\(name)"]).joined(separator: " ")
        case .indexed(let index): return (words + ["\(index)"]).joined(separator: " ")
        }
    }

    /// Reads what `description` writes: attributes and at most one colour, in any order. A colour is a name, a name
    /// after `bright-`, a number of the xterm palette (0–255), or `default`. Nil for anything else.
    public init?(_ description: String) {
        var style = Style.plain
        var hasColor = false
        let words = description.split(separator: " ")
        guard !words.isEmpty else { return nil }
        for word in words {
            if let (_, attribute) = Self.attributeNames.first(where: { $0.0 == word }) {
                style.attributes.insert(attribute)
                continue
            }
            guard !hasColor, let color = Self.color(word) else { return nil }
            (style.foreground, hasColor) = (color, true)
        }
        self = style
    }

    private static func color(_ word: Substring) -> Color? {
        if word == "default" { return .default }
        if let index = UInt8(word) { return .indexed(index) }
        let isBright = word.hasPrefix("bright-")
        guard let index = colorNames.firstIndex(of: String(isBright ? word.dropFirst(7) : word)) else {
            return nil
        }
        return .ansi(UInt8(index) + (isBright ? 8 : 0))
    }
}
