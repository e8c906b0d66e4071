import Glibc
import TerminalUI
import Testing

@testable import NCursesTerminal

/// Keys are read off a terminal, and its end is noticed.
@Suite struct KeyReaderTests {
    private let terminal: PseudoTerminal
    private var reader: KeyReader

    init() throws {
        terminal = try PseudoTerminal(columns: 80, rows: 24)
        reader = KeyReader(descriptor: terminal.terminal, sequences: KeySequences())
    }

    @Test mutating func noKeyIsNoEvent() {
        let events = reader.read()
        #expect(events == [])
    }

    @Test mutating func allThatWasTypedIsReadAtOnce() {
        terminal.send("j\u{1B}[Bé")
        let events = reader.read()
        #expect(events == [.key(.character("j")), .key(.down), .key(.character("é"))])
    }

    @Test mutating func anEscapeAloneIsTheKey() {
        terminal.send("\u{1B}")
        let events = reader.read()
        #expect(events == [.key(.escape)])
    }

    @Test mutating func halfACharacterWaitsForItsOtherHalf() {
        terminal.send([0xC3])
        let first = reader.read()
        terminal.send([0xA9])
        let second = reader.read()
        #expect(first == [])
        #expect(second == [.key(.character("é"))])
    }

    @Test mutating func theLastKeysComeBeforeTheEnd() {
        terminal.send("q")
        terminal.hangUp()
        let events = reader.read()
        #expect(events.last == .closed)
        let again = reader.read()
        #expect(again == [.closed])
    }

    @Test func anInputThatHasAnEndIsTheEnd() {
        let nothing = open("/dev/null", O_RDONLY)
        defer { close(nothing) }
        var reader = KeyReader(descriptor: nothing, sequences: KeySequences())
        let events = reader.read()
        #expect(events == [.closed])
    }
}
