import ChimeIdentity
import Testing

@Suite("Texts are judged as the model's regular expressions judge them")
struct PatternTests {
    static let patterns: [StringPattern] = [
        .any, .arn, .clientRequestToken, .userId, .notBlank, .resourceName,
    ]

    @Test("a text matches the patterns that Python says it matches", arguments: patterns)
    func verdicts(_ pattern: StringPattern) throws {
        let cases = try Fixture.objects(in: "patterns.json")
        let wrong = cases.filter { item in
            pattern.matches(item["text"].text) != item["patterns"].elements.contains(.string("\(pattern)"))
        }

        #expect(cases.count > 200)
        #expect(wrong.map { $0["text"].text } == [])
    }
}
