import TerminalUI
import Testing

@testable import NCursesTerminal

/// Whatever a terminal sends, in whatever pieces, becomes the keys that were pressed and nothing else.
@Suite struct KeyDecoderTests {
    private func events(_ text: String...) -> [TerminalEvent] {
        var decoder = KeyDecoder(sequences: KeySequences())
        return text.flatMap { decoder.decode($0.utf8) } + decoder.finish()
    }

    private func keys(_ text: String) -> [TerminalEvent] { events(text) }

    @Test(arguments: [
        ("a", Key.character("a")), ("é", .character("é")), ("中", .character("中")), ("👍", .character("👍")),
        (" ", .character(" ")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
        ("\u{8}", .backspace), ("\u{3}", .control("c")), ("\u{10}", .control("p")), ("\u{1B}", .escape),
        ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[3~", .delete),
        ("\u{1B}[5~", .pageUp), ("\u{1B}[Z", .backTab), ("\u{1B}[H", .home), ("\u{1B}[4~", .end),
        ("\u{1B}OP", .function(1)), ("\u{1B}[[E", .function(5)), ("\u{1B}[24~", .function(12)),
        ("\u{1B}b", .alt("b")), ("\u{1B}é", .alt("é")), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
        ("\u{1B}]", .alt("]")), ("\u{1B}\u{7F}", .control("w")),
    ])
    func aKeyIsKnownByWhatItSends(bytes: String, key: Key) {
        #expect(keys(bytes) == [.key(key)])
    }

    @Test func controlZStopsTheProgram() {
        #expect(keys("\u{1A}") == [.suspend])
    }

    @Test(arguments: [
        "\u{1B}[27;5;65A", "\u{1B}[200;5u", "\u{1B}[I", "\u{1B}[?1;2c", "\u{1B}[<0;10;10M", "\u{1B}[M !!",
        "\u{1B}]11;rgb:ffff/ffff/ffff\u{07}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
        "\u{1B}[[Z",
        "\u{1B}Oz", "\u{1B}[1;2A", "\u{1C}", "\u{0}", "\u{1B}[201~", "\u{85}",
    ])
    func whatIsNoKnownKeyRunsNoCommand(bytes: String) {
        #expect(keys(bytes) == [])
        #expect(keys(bytes + "j") == [.key(.character("j"))])
    }

    @Test(arguments: [
        "é", "👍", "\u{1B}[1;5D", "\u{1B}[24~", "\u{1B}[27;5;65A", "\u{1B}]11;rgb:0\u{1B}\\", "\u{1B}é",
        "\u{1B}[M !!",
        "\u{1B}[200~pasted\u{1B}[201~",
    ])
    func theyMayArriveByteByByte(bytes: String) {
        var decoder = KeyDecoder(sequences: KeySequences())
        let apart = (bytes + "j").utf8.flatMap { decoder.decode([$0]) }
        #expect(apart == keys(bytes + "j"))
    }

    @Test func onlyAnEscapeLeavesADoubt() {
        var decoder = KeyDecoder(sequences: KeySequences())
        for (bytes, isAmbiguous) in [
            ("a", false), ("\u{1B}", true), ("[", true), ("A", false), ("\u{1B}O", true), ("A", false),
            ("\u{1B}[1;", false), ("5D", false),
        ] {
            _ = decoder.decode(bytes.utf8)
            #expect(decoder.isAmbiguous == isAmbiguous)
        }
    }

    @Test func twoEscapesAreTwoPresses() {
        #expect(keys("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
        #expect(keys("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
        #expect(keys("\u{1B}\r") == [.key(.escape), .key(.enter)])
    }

    @Test func aBrokenSequenceDoesNotTakeTheNextKeyWithIt() {
        #expect(keys("\u{1B}[12\u{3}") == [.key(.control("c"))])
        #expect(keys("\u{1B}]0;\u{3}") == [.key(.control("c"))])
        #expect(keys("\u{1B}[12\u{1B}[A") == [.key(.up)])
    }

    @Test(
        arguments: [
            [0xFF, 0x61], [0xC3, 0x61], [0xE4, 0xB8, 0x61], [0x80, 0x61], [0xC0, 0x61], [0xF5, 0x61],
            [0xED, 0xA0, 0x80, 0x61],
        ] as [[UInt8]])
    func whatIsNoUTF8BecomesAMarkAndTheNextKeyIsKept(bytes: [UInt8]) {
        var decoder = KeyDecoder(sequences: KeySequences())
        #expect(decoder.decode(bytes) == [.key(.character("\u{FFFD}")), .key(.character("a"))])
    }

    @Test func aPasteIsOneEventAndPressesNoKeys() {
        #expect(
            keys("\u{1B}[200~q\nD\u{1B}[A中\u{3}\u{1B}[201~j")
                == [.paste("q\nD\u{1B}[A中\u{3}"), .key(.character("j"))])
        #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test func aHugePasteIsCut() throws {
        let long = String(repeating: "x", count: 200_000)
        guard case .paste(let text)? = keys("\u{1B}[200~" + long + "\u{1B}[201~").first else {
            Issue.record("There was no paste.")
            return
        }
        #expect(text.count == 65536)
    }

    @Test func aSequenceWithoutEndIsGivenUp() {
        let endless = "\u{1B}[" + String(repeating: "1;", count: 2000)
        #expect(events(endless, "j") == [.key(.character("j"))])
    }
}
