import Foundation

/// What a person types to see fewer rows: `text` shows rows that contain it, `!text` those that do not, `/regex/` those
/// that match, and `column:value` those whose column has it; each of the last with `!` before it those that do not.
/// Case does not matter.
public struct RowFilter: Sendable, Equatable {
    /// What was typed.
    public let text: String
    private let conditions: [Condition]

    private struct Condition: Sendable, Equatable {
        enum Wanted: Sendable, Equatable {
            case part(String, in: Int?)
            case pattern(RegexPattern)
        }

        let wanted: Wanted
        let isNegated: Bool
    }

    /// Reads what was typed.
    ///
    /// - Parameter columns: The columns that `column:value` can name.
    public init(_ text: String, columns: [ListColumn]) {
        self.text = text
        if text.count > 2, text.hasPrefix("/"), text.hasSuffix("/") {
            let pattern = RegexPattern(String(text.dropFirst().dropLast()))
            conditions = [Condition(wanted: .pattern(pattern), isNegated: false)]
            return
        }
        var conditions: [Condition] = []
        var rest: [Substring] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if let condition = Self.column(word, columns) {
                conditions.append(condition)
            } else {
                rest.append(word)
            }
        }
        // Without conditions on columns the text is taken as it is, blanks included.
        let words = rest.joined(separator: " ")
        let plain = conditions.isEmpty ? words : words.trimmed
        let isNegated = plain.hasPrefix("!") && plain.count > 1
        if !plain.isEmpty {
            let part = (isNegated ? String(plain.dropFirst()) : plain).lowercased()
            conditions.append(Condition(wanted: .part(part, in: nil), isNegated: isNegated))
        }
        self.conditions = conditions
    }

    /// Whether it shows every row.
    public var isEmpty: Bool { text.isEmpty }

    /// Whether the text is a regular expression that makes no sense.
    public var isMalformed: Bool {
        conditions.contains { condition in
            if case .pattern(let pattern) = condition.wanted { !pattern.isValid } else { false }
        }
    }

    /// Whether it shows a row.
    func matches<Row: ListRow>(_ row: Row, _ search: SearchText) -> Bool {
        conditions.allSatisfy { condition in
            let isThere =
                switch condition.wanted {
                case .part(let part, in: nil): search.contains(part)
                case .part(let part, in: let column?):
                    search.contains(part, in: column, as: Row.columns[column].kind)
                case .pattern(let pattern):
                    Row.columns.indices.contains { pattern.matches(row.text(of: $0)) }
                }
            return isThere != condition.isNegated
        }
    }

    /// Where a text in a column shows what was looked for.
    public func highlights(in text: String, column: Int) -> [Range<String.Index>] {
        conditions.filter { !$0.isNegated }.flatMap { condition -> [Range<String.Index>] in
            switch condition.wanted {
            case .part(let part, in: nil): text.ranges(ofIgnoringCase: part)
            case .part(let part, in: column): Array(text.ranges(ofIgnoringCase: part).prefix(1))
            case .part: []
            case .pattern(let pattern): pattern.ranges(in: text)
            }
        }
    }

    /// `column:value`, or `!column:value`; nil where the word is neither.
    private static func column(_ word: Substring, _ columns: [ListColumn]) -> Condition? {
        let isNegated = word.hasPrefix("!")
        let parts = (isNegated ? word.dropFirst() : word).split(separator: ":", maxSplits: 1)
        guard parts.count == 2,
            let column = columns.firstIndex(where: { $0.name == parts[0].lowercased() })
        else { return nil }
        return Condition(wanted: .part(parts[1].lowercased(), in: column), isNegated: isNegated)
    }
}

extension String {
    fileprivate var trimmed: String {
        let blank: (Character) -> Bool = { $0 == " " }
        return String(drop(while: blank).reversed().drop(while: blank).reversed())
    }

    fileprivate func ranges(ofIgnoringCase part: String) -> [Range<String.Index>] {
        guard !part.isEmpty else { return [] }
        var ranges: [Range<String.Index>] = []
        var start = startIndex
        while let range = range(of: part, options: .caseInsensitive, range: start..<endIndex) {
            ranges.append(range)
            start = range.upperBound
        }
        return ranges
    }
}
