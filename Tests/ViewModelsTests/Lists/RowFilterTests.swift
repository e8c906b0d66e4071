import Testing

@testable import ViewModels

/// What is typed after `/` decides which rows are seen.
@Suite struct RowFilterTests {
    private func shown(_ text: String, of planets: [Planet]) -> [String] {
        let filter = RowFilter(text, columns: Planet.columns)
        return planets.filter { filter.matches($0, SearchText($0)) }.map(\.name)
    }

    private func shown(_ text: String) -> [String] {
        shown(
            text,
            of: ["Ada Lovelace", "Grace Hopper", "李小龙", "50% off", "a/b"].map {
                Planet(name: $0, kind: "")
            })
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
        ("ada ", ["Ada Lovelace"]),
        ("name:grace", ["Grace Hopper"]),
        ("!name:grace", ["Ada Lovelace", "李小龙", "50% off", "a/b"]),
        ("nobody:grace", []),
        ("ID:id-a", ["Ada Lovelace", "a/b"]),
    ]) func aTextANegationAPatternAndAColumn(text: String, expected: [String]) {
        #expect(shown(text) == expected)
    }

    @Test(arguments: [
        ("kind:active", ["a"]), ("kind:inactive", ["b", "c"]), ("kind:invalid_dev", ["b"]),
        ("kind:inact name:c", ["c"]), ("kind:inactive !b", ["c"]), ("!kind:inactive", ["a"]),
        ("b kind:inactive", ["b"]), ("kind:", []), ("kind:other", []),
    ]) func aTermIsFoundByItsBeginning(text: String, expected: [String]) {
        let planets = [
            Planet(name: "a", kind: "ACTIVE"), Planet(name: "b", kind: "INACTIVE INVALID_DEVICE_TOKEN"),
            Planet(name: "c", kind: "INACTIVE"),
        ]
        #expect(shown(text, of: planets) == expected)
    }

    @Test func aRowIsShownForAnyOfItsTexts() {
        let ada = [Planet(name: "Countess", kind: "ada.lovelace")]
        #expect(shown("ada", of: ada) == ["Countess"])
        #expect(shown("!ada", of: ada) == [])
        #expect(shown("essada", of: ada) == [], "two columns are not one text")
    }

    @Test func aPatternThatMakesNoSenseShowsNothingAndSaysSo() {
        #expect(RowFilter("/[/", columns: Planet.columns).isMalformed)
        #expect(shown("/[/") == [])
        #expect(!RowFilter("/a/", columns: Planet.columns).isMalformed)
        #expect(!RowFilter("[", columns: Planet.columns).isMalformed)
    }

    @Test(arguments: [
        ("a", 0, ["A", "a", "a"]), ("!a", 0, []), ("/l.v/", 0, ["Lov"]), ("name:ada", 0, ["Ada"]),
        ("name:ada", 1, []), ("kind:ada", 0, []),
    ]) func whatWasLookedForStandsOut(text: String, column: Int, expected: [String]) {
        let name = "Ada Lovelace"
        let ranges = RowFilter(text, columns: Planet.columns).highlights(in: name, column: column)
        #expect(ranges.map { String(name[$0]) } == expected)
    }
}
