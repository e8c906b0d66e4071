import Testing

@testable import ViewModels

/// What is typed after `/` decides which rows are seen.
@Suite struct TextFilterTests {
    private let names = ["Ada Lovelace", "Grace Hopper", "李小龙", "50% off", "a/b"]

    private func shown(_ text: String) -> [String] {
        let filter = TextFilter(text)
        return names.filter { filter.matches([$0]) }
    }

    @Test(arguments: [
        ("", ["Ada Lovelace", "Grace Hopper", "李小龙", "50% off", "a/b"]),
        ("ADA", ["Ada Lovelace"]),
        ("小", ["李小龙"]),
        ("!a", ["李小龙", "50% off"]),
        ("!", []),
        ("/^g.*r$/", ["Grace Hopper"]),
        ("/B$/", ["a/b"]),
        ("/", ["a/b"]),
        ("//", []),
        ("a/", ["a/b"]),
        (".*", []),
    ]) func aTextANegationAndAPattern(text: String, expected: [String]) {
        #expect(shown(text) == expected)
    }

    @Test func aRowIsShownForAnyOfItsTexts() {
        let filter = TextFilter("ada")
        #expect(filter.matches(["Countess", "ada.lovelace"]))
        #expect(!TextFilter("!ada").matches(["Countess", "ada.lovelace"]))
    }

    @Test func aPatternThatMakesNoSenseShowsNothingAndSaysSo() {
        #expect(TextFilter("/[/").isMalformed)
        #expect(shown("/[/") == [])
        #expect(!TextFilter("/a/").isMalformed)
        #expect(!TextFilter("[").isMalformed)
    }
}
