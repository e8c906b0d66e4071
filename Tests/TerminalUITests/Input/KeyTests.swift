import Testing

@testable import TerminalUI

/// Keys are written in help and configuration, and read back.
@Suite struct KeyTests {
    @Test(arguments: [
        (Key.control("p"), "Ctrl-P"), (.escape, "Esc"), (.pageUp, "PgUp"), (.character("a"), "a"),
        (.character(" "), "Space"), (.function(5), "F5"), (.backTab, "Shift-Tab"), (.alt("b"), "Alt-b"),
        (.character("F"), "F"), (.character("?"), "?"), (.character("é"), "é"), (.character("+"), "+"),
        (.enter, "Enter"), (.wordLeft, "Ctrl-←"), (.delete, "Del"), (.function(12), "F12"),
    ])
    func aKeyIsReadAsItIsWritten(key: Key, name: String) {
        #expect(key.description == name)
        #expect(Key(name) == key)
    }

    @Test(arguments: [
        "", "Ctrl-", "Ctrl-PP", "F0", "F+5", "F05", "F-1", "Fn", "Alt-", "escaped", "ab", "Ctrl-é", "Ctrl-1",
    ])
    func whatIsNoKeyIsNotRead(name: String) {
        #expect(Key(name) == nil)
    }

    @Test(arguments: [
        ("up", Key.up), ("Escape", .escape), ("PAGEUP", .pageUp), ("space", .character(" ")),
        ("ctrl-P", .control("p")), ("return", .enter),
    ])
    func namesInFullAndInAnyCaseAreReadAsWell(name: String, key: Key) {
        #expect(Key(name) == key)
    }

    @Test(arguments: ["Ctrl-I", "Ctrl-J", "Ctrl-M", "Ctrl-H", "Ctrl-Z"])
    func whatATerminalNeverTellsHasAReason(name: String) throws {
        #expect(try #require(Key(name)).whyNeverPressed != nil)
    }

    @Test func editingKeysAreThoseOfTheShell() {
        #expect(TextInput(.control("a")) == .start)
        #expect(TextInput(.control("e")) == .end)
        #expect(TextInput(.control("w")) == .deleteWordBackward)
        #expect(TextInput(.control("u")) == .deleteToStart)
        #expect(TextInput(.control("k")) == .deleteToEnd)
        #expect(TextInput(.alt("b")) == .wordLeft)
        #expect(TextInput(.alt("f")) == .wordRight)
        #expect(TextInput(.home) == .start)
        #expect(TextInput(.character("é")) == .insert("é"))
        #expect(TextInput(.enter) == nil)
        #expect(TextInput(.escape) == nil)
    }
}
