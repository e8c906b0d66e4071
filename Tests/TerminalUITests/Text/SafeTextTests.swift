import Testing

@testable import TerminalUI

/// Text is cut, filled up and broken by what it takes on the screen.
@Suite struct SafeTextTests {
    @Test(arguments: [
        ("Lovelace", 8, "Lovelace"), ("Lovelace", 7, "Lovela…"), ("Lovelace", 1, "…"), ("Lovelace", 0, ""),
        ("Lovelace", -3, ""), ("中文名", 6, "中文名"), ("中文名", 5, "中文…"), ("中文名", 4, "中…"),
        ("中文名", 2, "…"),
    ])
    func aNameThatIsTooLongEndsInAnEllipsis(name: String, columns: Int, drawn: String) {
        let text = SafeText(name).truncated(to: columns)
        #expect(text.string == drawn)
        #expect(text.columns <= max(0, columns))
    }

    @Test func aShortNameIsFilledUp() {
        #expect(SafeText("中").padded(to: 4).string == "中  ")
        #expect(SafeText("Ada").padded(to: 2).string == "Ada")
        #expect(SafeText("Ada").padded(to: -1).string == "Ada")
    }

    @Test(arguments: [
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("the quick brown fox", 9, ["the quick", "brown fox"]),
        ("antidisestablishment", 8, ["antidise", "stablish", "ment"]),
        ("a antidisestablishment", 8, ["a", "antidise", "stablish", "ment"]),
        ("中文 名字", 5, ["中文", "名字"]),
        ("中文名", 3, ["中", "文", "名"]),
        ("中a", 1, ["…", "a"]),
        ("ab ", 2, ["ab"]),
        (" abc", 3, [" ab", "c"]),
        ("ab bcd中", 4, ["ab", "bcd", "中"]),
        ("", 5, [""]),
    ])
    func linesBreakAtBlanksWhereThereAreAny(text: String, columns: Int, lines: [String]) {
        #expect(SafeText(text).wrapped(to: columns).map(\.string) == lines)
    }

    @Test func noWidthHoldsNoLine() {
        #expect(SafeText("abc").wrapped(to: 0) == [])
        #expect(SafeText("abc").wrapped(to: -1) == [])
    }

    @Test(arguments: 0..<100)
    func noLineIsWiderThanAskedForAndNothingButBlanksIsLost(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = SafeText(
            (0..<80).map { _ in ["a", "中", " ", "bc", "é"].randomElement(using: &random) ?? "" }.joined())
        let columns = Int.random(in: 2...20, using: &random)
        let lines = text.wrapped(to: columns)
        #expect(lines.allSatisfy { $0.columns <= columns })
        #expect(
            lines.flatMap(\.clusters).filter { $0.text != " " } == text.clusters.filter { $0.text != " " })
    }
}
