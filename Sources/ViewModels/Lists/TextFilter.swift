/// What a person types to see fewer rows: `text` shows rows that contain it, `!text` those that do not, and
/// `/regex/` those that match. Case does not matter.
public struct TextFilter: Sendable, Equatable {
    /// What was typed.
    public let text: String
    private let pattern: RegexPattern?

    /// Reads what was typed.
    public init(_ text: String) {
        self.text = text
        pattern =
            text.count > 2 && text.hasPrefix("/") && text.hasSuffix("/")
            ? RegexPattern(String(text.dropFirst().dropLast())) : nil
    }

    /// Whether it shows every row.
    public var isEmpty: Bool { text.isEmpty }

    /// Whether the text is a regular expression that makes no sense.
    public var isMalformed: Bool { pattern.map { !$0.isValid } ?? false }

    /// Whether it shows a row with these texts.
    public func matches(_ texts: [String]) -> Bool {
        if let pattern { return texts.contains(where: pattern.matches) }
        if text.hasPrefix("!"), text.count > 1 { return !Self.contains(texts, text.dropFirst()) }
        return Self.contains(texts, text[...])
    }

    private static func contains(_ texts: [String], _ part: Substring) -> Bool {
        let part = part.lowercased()
        return part.isEmpty || texts.contains { $0.lowercased().contains(part) }
    }
}
