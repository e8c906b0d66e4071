import CNCurses
import Glibc
import TerminalUI
import Testing

@testable import NCursesTerminal

/// Frames reach a real terminal, and only what has changed is sent. ncurses has one screen at a time.
@Suite(.serialized) final class CellPainterTests {
    private let terminal: PseudoTerminal
    private let streams: [UnsafeMutablePointer<FILE>]
    private let screen: OpaquePointer
    private var painter: CellPainter

    init() throws {
        setlocale(LC_ALL, "C.UTF-8")
        terminal = try PseudoTerminal(columns: 40, rows: 10)
        let output = try #require(fdopen(dup(terminal.terminal), "w"))
        let input = try #require(fdopen(dup(terminal.terminal), "r"))
        streams = [output, input]
        screen = try #require(newterm("xterm-256color", output, input))
        start_color()
        use_default_colors()
        typeahead(-1)
        resizeterm(10, 40)
        painter = CellPainter(capabilities: Capabilities(colors: .indexed, isUnicode: true))
    }

    deinit {
        endwin()
        delscreen(screen)
        for stream in streams { fclose(stream) }
    }

    private static let names: [SafeText] = ["Ada Lovelace", "中文名字", "👍 thumb", "école"]

    private func frame(selected: Int, style: Style = Style(attributes: .bold)) -> FrameBuffer {
        var frame = FrameBuffer(size: Size(columns: 40, rows: 10))
        for (row, name) in Self.names.enumerated() {
            frame.put(row == selected ? "▌" : " ", column: 0, row: row)
            frame.put(name, column: 2, row: row, style: row == selected ? style : .plain)
            frame.put("│", column: 20, row: row)
        }
        return frame
    }

    private func shown(_ frame: FrameBuffer) -> String {
        painter.paint(frame)
        return terminal.output()
    }

    @Test func theFirstFrameIsDrawnWhole() {
        let output = shown(frame(selected: 0))
        for name in Self.names { #expect(output.contains(name.string)) }
    }

    @Test func theSameFrameAgainCostsNothing() {
        _ = shown(frame(selected: 0))
        #expect(shown(frame(selected: 0)).utf8.count == 0)
    }

    @Test func movingTheCursorByARowTakesFewBytes() {
        _ = shown(frame(selected: 0))
        let output = shown(frame(selected: 1))
        #expect(output.contains("中文名字"))
        #expect(!output.contains("école"))
        #expect(output.utf8.count < 120)
    }

    @Test func aFrameForgottenIsDrawnWhole() {
        _ = shown(frame(selected: 0))
        painter.forget()
        clearok(carillon_curscr(), true)
        let output = shown(frame(selected: 0))
        for name in Self.names { #expect(output.contains(name.string)) }
    }

    @Test func theCursorIsShownWhereItIsAndHiddenElsewhere() {
        #expect(shown(frame(selected: 0)).contains("\u{1B}[?25l"))
        var typing = frame(selected: 0)
        typing.setCursor(column: 4, row: 1)
        let output = shown(typing)
        #expect(output.contains("\u{1B}[2;5H"))
        #expect(output.contains("\u{1B}[?25h"))
    }

    @Test func coloursAreThoseOfTheStyle() {
        let output = shown(frame(selected: 0, style: Style(foreground: .indexed(208), background: .blue)))
        #expect(output.contains("38;5;208"))
        #expect(output.contains("44m"))
    }

    @Test func withoutColoursNoColourIsSent() {
        painter = CellPainter(capabilities: Capabilities(colors: .monochrome, isUnicode: true))
        let output = shown(frame(selected: 0, style: Style(foreground: .red, attributes: .bold)))
        #expect(!output.contains("31m"))
        #expect(output.contains("1m"))
    }

    @Test func aCharacterThatTheCLibraryMeasuresDifferentlyIsReplacedInItsWidth() throws {
        let unknown = try #require(
            (UInt32(0x1F900)...0x1FAFF).compactMap(Unicode.Scalar.init).first {
                carillon_width(wchar_t(bitPattern: $0.value)) != 2 && SafeText(String($0)).columns == 2
                    && SafeText(String($0)).string != "\u{FFFD}"
            })
        var frame = FrameBuffer(size: Size(columns: 40, rows: 10))
        frame.put(SafeText("\(unknown)|"), column: 0, row: 0)
        #expect(shown(frame).contains("\u{FFFD}\u{FFFD}|"))
    }

    @Test func aFrameLargerThanTheTerminalIsCut() {
        var frame = FrameBuffer(size: Size(columns: 90, rows: 40))
        frame.put("visible", column: 0, row: 0)
        frame.put("beyond", column: 60, row: 30)
        let output = shown(frame)
        #expect(output.contains("visible"))
        #expect(!output.contains("beyond"))
    }

    @Test func whatRestoresTheTerminalIsMadeFromItsEntry() {
        let sequence = String(decoding: RestoreSequence.bytes(), as: UTF8.self)
        #expect(sequence.contains("\u{1B}[?1049l"))
        #expect(sequence.contains("\u{1B}[?25h"))
        #expect(sequence.contains("\u{1B}[?2004l"))
        #expect(!sequence.contains("$<"))
    }

    @Test func keysOfTheTerminalsEntryAreKnown() {
        let sequences = KeySequences.ofTerminal()
        #expect(sequences[Array("\u{1B}[21;5~".utf8)[...]] == nil)
        #expect(sequences[Array("\u{1B}[15;2~".utf8)[...]] == .function(17))
    }
}
