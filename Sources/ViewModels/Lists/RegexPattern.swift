import Foundation

/// A regular expression in any case.
///
/// `@unchecked Sendable` is safe: `NSRegularExpression` is immutable and documented as thread-safe.
struct RegexPattern: @unchecked Sendable, Equatable {
    private let source: String
    private let expression: NSRegularExpression?

    init(_ source: String) {
        self.source = source
        expression = try? NSRegularExpression(pattern: source, options: .caseInsensitive)
    }

    var isValid: Bool { expression != nil }

    func matches(_ text: String) -> Bool {
        expression?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }

    func ranges(in text: String) -> [Range<String.Index>] {
        let matches = expression?.matches(in: text, range: NSRange(text.startIndex..., in: text)) ?? []
        return matches.compactMap { Range($0.range, in: text) }.filter { !$0.isEmpty }
    }

    static func == (left: RegexPattern, right: RegexPattern) -> Bool { left.source == right.source }
}
