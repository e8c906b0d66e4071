import Testing

@testable import TerminalUI

/// Names come from the service, and anyone may have written them.
@Suite struct SanitizerTests {
    @Test(arguments: [
        ("\u{1B}]0;pwned\u{07}", "␛]0;pwned␇"),
        ("\u{1B}[2J", "␛[2J"),
        ("a\r\nb\tc\0", "a␍␊b␉c␀"),
        ("\u{7F}", "␡"),
        ("\u{9B}31m", "�31m"),
    ])
    func noControlCharacterReachesTheTerminal(name: String, drawn: String) {
        #expect(SafeText(name).string == drawn)
    }

    @Test(arguments: [
        "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{061C}", "\u{200B}",
        "\u{200C}",
        "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{2028}", "\u{2029}", "\u{E000}", "\u{FFFE}",
        "\u{10FFFF}",
        "\u{378}", "\u{3164}", "\u{FFA0}", "\u{115F}", "\u{1160}", "\u{34F}", "\u{E0041}", "\u{1F3FB}",
    ])
    func whatCannotBeSeenIsShownByOneMark(invisible: String) {
        #expect(SafeText("a" + invisible + "b").string == "a�b")
    }

    @Test func aVariationSelectorIsLeftOutWhereItVariesSomething() {
        #expect(SafeText("葛\u{E0100}").string == "葛")
        #expect(SafeText("\u{FE0F}a").string == "�a")
    }

    @Test func twoNamesThatLookAlikeOnPaperDoNotLookAlikeHere() {
        #expect(SafeText("admin") != SafeText("ad\u{200B}min"))
        #expect(SafeText("👩") != SafeText("👩\u{200D}"))
        #expect(SafeText("👩x") != SafeText("👩\u{200D}x"))
    }

    @Test(arguments: [
        ("👩‍👩‍👧", "👩", 2),
        ("👩🏽‍🚀", "👩", 2),
        ("👍🏽!", "👍!", 3),
        ("❤️", "❤", 1),
        ("🏳️‍🌈", "🏳", 1),
        ("🇩🇪", "DE", 2),
        ("1️⃣#️⃣", "1#", 2),
        ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "🏴", 2),
    ])
    func whatTerminalsDisagreeAboutIsReducedToWhatTheyAgreeOn(name: String, drawn: String, columns: Int) {
        #expect(SafeText(name).string == drawn)
        #expect(SafeText(name).columns == columns)
    }

    @Test func combiningMarksShareTheCellOfTheirBase() {
        #expect(SafeText("e\u{301}cole").columns == 5)
        #expect(SafeText("e\u{301}cole").clusters.first?.text.unicodeScalars.count == 2)
        #expect(SafeText("\u{301}x").string == "◌\u{301}x")
        #expect(SafeText("\n\u{301}").string == "␊◌\u{301}")
    }

    @Test func aTowerOfMarksIsCutToWhatACellHolds() throws {
        let text = SafeText("Z" + String(repeating: "\u{30D}", count: 5000) + "!")
        #expect(text.columns == 1)
        #expect(try #require(text.clusters.first).text.unicodeScalars.count == 1 + Sanitizer.markLimit)
    }

    @Test func scriptsOfTheWorldKeepTheirWidths() {
        #expect(SafeText("中文").columns == 4)
        #expect(SafeText("한국어").columns == 6)
        #expect(SafeText("\u{1112}\u{1161}\u{11AB}").columns == 2)
        #expect(SafeText("x\u{1161}").string == "x◌\u{1161}")
        #expect(SafeText("עברית").columns == 5)
        #expect(SafeText("Zoë").string == "Zoë")
    }

    @Test(arguments: ["a", "é"])
    func aLongNameIsCutBeforeItCostsMuch(character: String) {
        #expect(SafeText(String(repeating: character, count: 100_000), limit: 100).columns == 100)
        #expect(SafeText(character, limit: 0).isEmpty)
        #expect(SafeText(character, limit: -1).isEmpty)
    }

    @Test func plainASCIIIsTheSameOnBothPaths() {
        let ascii = String(String.UnicodeScalarView((0x20..<0x7F).map { Unicode.Scalar($0) }))
        #expect(SafeText(ascii).string == ascii)
        #expect(SafeText(ascii + "é").clusters.dropLast() == SafeText(ascii).clusters[...])
    }

    @Test(arguments: 0..<200)
    func anythingAtAllBecomesDrawable(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = SafeText(random.text(scalars: 60), limit: 60)
        for cluster in text.clusters {
            let scalars = Array(cluster.text.unicodeScalars)
            #expect(cluster.width == 1 || cluster.width == 2)
            #expect(cluster.width == TextWidth.columns(of: scalars[0]))
            #expect(scalars.dropFirst().allSatisfy { TextWidth.columns(of: $0) == 0 })
            #expect(scalars.count <= 1 + Sanitizer.markLimit)
            for scalar in scalars {
                let category = scalar.properties.generalCategory
                #expect(![.control, .format, .unassigned, .privateUse].contains(category))
            }
        }
    }
}
