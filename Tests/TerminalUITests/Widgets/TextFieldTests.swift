import TestSupport
import Testing

@testable import TerminalUI

/// A person types, moves, deletes and pastes in one line.
@Suite struct TextFieldTests {
    private func edited(_ text: String, limit: Int = 100, _ inputs: TextInput...) -> TextField {
        var field = TextField(text, limit: limit)
        for input in inputs { field.apply(input) }
        return field
    }

    /// The text with `|` where the cursor is, read off the screen.
    private func shown(_ field: TextField, columns: Int = 20) throws -> String {
        var frame = FrameBuffer(size: Size(columns: columns, rows: 1))
        field.render(into: &frame, area: frame.bounds, style: .plain, isFocused: true)
        let cursor = try #require(frame.cursor).column
        let cells = frame.row(0).map(\.text)
        return (cells[..<cursor] + ["|"] + cells[cursor...]).joined()
    }

    @Test func typingInsertsAtTheCursor() throws {
        let field = edited("Pxel", .start, .right, .insert("i"))
        #expect(field.text == "Pixel")
        #expect(try shown(field, columns: 8) == "Pi|xel   ")
    }

    @Test func wordsAreJumpedOverAndDeleted() {
        #expect(edited("old test build", .deleteWordBackward).text == "old test ")
        #expect(edited("old test build", .wordLeft, .wordLeft, .deleteWordBackward).text == "test build")
        #expect(edited("old test", .start, .wordRight, .deleteToEnd).text == "old")
        #expect(edited("old test", .wordLeft, .deleteToStart).text == "test")
        #expect(edited("old", .start, .deleteForward).text == "ld")
    }

    @Test func nothingHappensAtTheEnds() {
        var field = TextField("", limit: 5)
        for input: TextInput in [
            .deleteBackward, .deleteForward, .left, .right, .wordLeft, .wordRight, .deleteWordBackward,
            .deleteToStart, .deleteToEnd, .start, .end,
        ] {
            let hasChanged = field.apply(input)
            #expect(!hasChanged)
        }
    }

    @Test func aWholeEmojiIsDeletedAtOnce() {
        #expect(edited("a👩‍👩‍👧", .deleteBackward).text == "a")
        #expect(edited("e\u{301}", .deleteBackward).text == "")
    }

    @Test func aMarkTypedAfterItsLetterJoinsIt() {
        var field = edited("caf", .insert("e"), .insert("\u{301}"))
        #expect(field.text == "cafe\u{301}")
        field.apply(.deleteBackward)
        #expect(field.text == "caf")
    }

    @Test func aMarkJoinsTheLetterThatADeletionLeavesBeforeIt() throws {
        let field = edited("e x\u{301}", .left, .left, .left, .right, .deleteForward, .deleteForward)
        #expect(field.text == "e")
        var flags = edited("🇩x🇪", .left, .deleteBackward)
        let text = try shown(flags, columns: 4)
        #expect(text == "DE|  ")
        flags.apply(.deleteBackward)
        #expect(flags.text == "")
    }

    @Test func aPasteOfSeveralLinesStaysOneLine() {
        #expect(edited("", .insert("one\r\ntwo\nthree\tfour")).text == "one two three four")
    }

    @Test func aFullFieldTakesNoMore() {
        var field = TextField("ab", limit: 4)
        let hasTakenSome = field.apply(.insert("cde"))
        #expect(hasTakenSome)
        #expect(field.text == "abcd")
        let hasTakenMore = field.apply(.insert("f"))
        #expect(!hasTakenMore)
        #expect(field.count == 4)
    }

    @Test func aPasteIsCutAtItsFirstCharacterThatDoesNotFit() {
        #expect(edited("", limit: 3, .insert("ab👩‍👩‍👧c")).text == "ab")
    }

    @Test func controlCharactersAreKeptInTheTextAndHarmlessOnTheScreen() throws {
        let field = edited("", .insert("a\u{1B}b"))
        #expect(field.text == "a\u{1B}b")
        #expect(try shown(field, columns: 5) == "a␛b|  ")
    }

    @Test func longTextScrollsSoThatTheCursorIsVisible() throws {
        #expect(try shown(edited("abcdefgh"), columns: 5) == "efgh| ")
        #expect(try shown(edited("abcdefgh", .start), columns: 5) == "|abcde")
        #expect(try shown(edited("中文名字"), columns: 5) == "名字| ")
        #expect(try shown(edited("a中文名字"), columns: 4) == "字|  ")
        #expect(try shown(edited("abc"), columns: 1) == "| ")
    }

    @Test func withoutTheFocusTheStartIsShownAndNoCursor() {
        var frame = FrameBuffer(size: Size(columns: 5, rows: 1))
        TextField("abcdefgh", limit: 9).render(
            into: &frame, area: frame.bounds, style: .plain, isFocused: false)
        #expect(frame.row(0).map(\.text).joined() == "abcde")
        #expect(frame.cursor == nil)
    }

    @Test(arguments: 0..<100)
    func whateverIsTypedTheCursorStandsBehindIt(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var field = TextField(limit: 30)
        for _ in 0..<40 {
            let inputs: [TextInput] = [
                .insert(random.text(scalars: 3)), .deleteBackward, .deleteForward, .left, .right, .wordLeft,
                .wordRight, .deleteWordBackward, .start, .end,
            ]
            field.apply(inputs.randomElement(using: &random) ?? .left)
            #expect(field.count <= 30)
        }
        field.apply(.end)
        var frame = FrameBuffer(size: Size(columns: 100, rows: 1))
        field.render(into: &frame, area: frame.bounds, style: Style(attributes: .bold), isFocused: true)
        let cursor = try #require(frame.cursor)
        #expect(frame.row(0)[cursor.column...].allSatisfy { $0.text == " " })
        let drawn = field.text.map { SafeText(String($0)).columns }.reduce(0, +)
        #expect(cursor.column == drawn)
    }
}
