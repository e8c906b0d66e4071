import Testing

@testable import TerminalUI

/// Drawing into a frame never traps and never leaves half a character.
@Suite struct FrameBufferTests {
    private static func text(_ frame: FrameBuffer, row: Int = 0) -> String {
        frame.row(row).map(\.text).joined()
    }

    @Test func textIsCutAtTheRightEdge() {
        var frame = FrameBuffer(size: Size(columns: 5, rows: 1))
        #expect(frame.put("abcdefgh", column: 2, row: 0) == 3)
        #expect(Self.text(frame) == "  abc")
    }

    @Test func aWideCharacterThatDoesNotFitBecomesABlank() {
        var frame = FrameBuffer(size: Size(columns: 3, rows: 1))
        #expect(frame.put("中中", column: 0, row: 0) == 2)
        #expect(Self.text(frame) == "中 ")
        frame.put("中", column: -1, row: 0)
        #expect(Self.text(frame) == "   ")
    }

    @Test(arguments: [(0, "x 文"), (1, " x文"), (2, "中x "), (3, "中 x")])
    func whatOverwritesHalfAWideCharacterBlanksTheOther(column: Int, drawn: String) {
        var frame = FrameBuffer(size: Size(columns: 4, rows: 1))
        frame.put("中文", column: 0, row: 0)
        frame.put("x", column: column, row: 0)
        #expect(Self.text(frame) == drawn)
    }

    @Test func aWideCharacterOverTwoHalvesBlanksBothOthers() {
        var frame = FrameBuffer(size: Size(columns: 4, rows: 1))
        frame.put("中文", column: 0, row: 0)
        frame.put("名", column: 1, row: 0)
        #expect(Self.text(frame) == " 名 ")
    }

    @Test func nothingIsDrawnOutsideTheClip() {
        var frame = FrameBuffer(size: Size(columns: 8, rows: 2))
        let clip = Rect(column: 2, row: 0, columns: 3, rows: 1)
        frame.put("abcdefgh", column: 0, row: 0, clip: clip)
        frame.put("abcdefgh", column: 0, row: 1, clip: clip)
        #expect(Self.text(frame) == "  cde   ")
        #expect(Self.text(frame, row: 1) == "        ")
    }

    @Test func aLimitCutsTheText() {
        var frame = FrameBuffer(size: Size(columns: 8, rows: 1))
        #expect(frame.put("abcdefgh", column: 1, row: 0, limit: 3) == 3)
        #expect(Self.text(frame) == " abc    ")
    }

    @Test func theCursorIsHiddenOutsideTheFrame() {
        var frame = FrameBuffer(size: Size(columns: 8, rows: 2))
        frame.setCursor(column: 7, row: 1)
        #expect(frame.cursor == Point(column: 7, row: 1))
        frame.setCursor(column: 8, row: 1)
        #expect(frame.cursor == nil)
    }

    @Test func aLineHasNoCharacterWiderThanACell() {
        var frame = FrameBuffer(size: Size(columns: 4, rows: 1))
        frame.horizontalLine("中", column: 0, row: 0, columns: 4)
        #expect(frame == FrameBuffer(size: Size(columns: 4, rows: 1)))
        frame.horizontalLine(column: 1, row: 0, columns: 2)
        #expect(Self.text(frame) == " ── ")
    }

    @Test(arguments: 0..<300)
    func anythingDrawnAnywhereLeavesWholeCharacters(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let size = Size(
            columns: Int.random(in: 0...12, using: &random), rows: Int.random(in: 0...4, using: &random))
        var frame = FrameBuffer(size: size)
        for _ in 0..<40 { Self.drawSomething(in: &frame, using: &random) }
        for row in 0..<size.rows {
            let widths = frame.row(row).map(\.width)
            #expect(widths.count == size.columns)
            for (column, width) in widths.enumerated() {
                let isSecondHalf = column > 0 && widths[column - 1] == 2
                #expect((width == 0) == isSecondHalf)
                #expect(frame[column, row].text.isEmpty == isSecondHalf)
            }
            #expect(widths.last != 2)
        }
    }

    private static func drawSomething(in frame: inout FrameBuffer, using random: inout SeededGenerator) {
        func number() -> Int {
            switch Int.random(in: 0...9, using: &random) {
            case 0: .min
            case 1: .max
            case 2: Int(truncatingIfNeeded: random.next())
            default: Int.random(in: -5...15, using: &random)
            }
        }
        let rect = Rect(column: number(), row: number(), columns: number(), rows: number())
        switch Int.random(in: 0...6, using: &random) {
        case 0:
            frame.fill(rect)
        case 1:
            frame.restyle(rect) { $0.adding(.bold) }
        case 2:
            frame.setCursor(column: number(), row: number())
        case 3:
            frame.horizontalLine(column: number(), row: number(), columns: number())
        case 4:
            _ = Box(title: "中文").render(into: &frame, area: rect, style: .plain, titleStyle: .plain)
        case 5:
            TextField("a中b文", limit: 20).render(into: &frame, area: rect, style: .plain, isFocused: true)
        default:
            let text = SafeText(random.text(scalars: 8))
            let clip = Bool.random(using: &random) ? rect : nil
            frame.put(text, column: number(), row: number(), limit: number(), clip: clip)
        }
        _ = rect.inset(left: number(), top: number(), right: number(), bottom: number()).centered(frame.size)
        _ = rect.split(top: number()).rest.split(left: number()).rest.split(bottom: number())
    }
}
