import Testing

@testable import TerminalUI

/// Screens stand on each other.
@Suite struct ScreenStackTests {
    private let stack = ScreenStack<Notepad.Effect, String>()

    @Test func everyScreenHasAnIdOfItsOwnForever() {
        let pad = Notepad()
        let first = stack.push(pad)
        stack.remove(first)
        let second = stack.push(pad)
        #expect(first != second)
        #expect(stack.screen(first) == nil)
        #expect(stack.screen(second) === pad)
    }

    @Test func whatStandsOnAScreenGoesWithIt() {
        let ids = (0..<4).map { _ in stack.push(Notepad()) }
        #expect(stack.remove(ids[1]) == [ids[1], ids[2], ids[3]])
        #expect(stack.top?.id == ids[0])
        #expect(stack.remove(ids[2]).isEmpty)
    }

    @Test func theScreenBelowIsKnown() {
        let ids = (0..<2).map { _ in stack.push(Notepad()) }
        #expect(stack.screen(below: ids[1])?.id == ids[0])
        #expect(stack.screen(below: ids[0]) == nil)
    }

    @Test func whatAFullScreenCoversIsNotDrawn() {
        let pads = [Notepad(), Notepad(layer: .dialog), Notepad(), Notepad(layer: .dialog)]
        for (number, pad) in pads.enumerated() {
            _ = pad.handle(.message("\(number)"))
            stack.push(pad)
        }
        var frame = FrameBuffer(size: Size(columns: 20, rows: 2))
        stack.render(into: &frame)
        #expect(frame.row(0).map(\.text).joined().hasPrefix("message 2"))
        #expect(frame.row(1).map(\.text).joined().hasPrefix("message 3"))
    }

    @Test func anEmptyStackDrawsNothing() {
        var frame = FrameBuffer(size: Size(columns: 2, rows: 2))
        stack.render(into: &frame)
        #expect(frame == FrameBuffer(size: frame.size))
    }
}
