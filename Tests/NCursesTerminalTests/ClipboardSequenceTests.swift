import Foundation
import Testing

@testable import NCursesTerminal

/// What reaches the clipboard of the terminal at the other end.
@Suite struct ClipboardSequenceTests {
    @Test func aBareTerminalIsAskedDirectly() {
        #expect(ClipboardSequence.of("Hällo", through: .none) == "\u{1B}]52;c;SMOkbGxv\u{07}")
    }

    @Test func tmuxIsAskedAndPassesOn() {
        #expect(
            ClipboardSequence.of("a", through: .tmux)
                == "\u{1B}]52;c;YQ==\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{07}\u{1B}\\")
    }

    @Test func screenPassesOnPiecesThatItCanHold() throws {
        let text = String(repeating: "x", count: 1000)
        let sequence = try #require(ClipboardSequence.of(text, through: .screen))
        let pieces = sequence.components(separatedBy: "\u{1B}\\").dropLast()
        #expect(pieces.count == 6)
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 256 })
        #expect(
            pieces.map { $0.dropFirst(2) }.joined() == ClipboardSequence.of(text, through: .none),
            "put together they are what a bare terminal is sent")
    }

    @Test func aTextIsTooLongWhereTerminalsDropIt() {
        let longest = String(repeating: "x", count: ClipboardSequence.limit)
        #expect(ClipboardSequence.of(longest, through: .none) != nil)
        #expect(ClipboardSequence.of(longest + "x", through: .none) == nil)
    }

    @Test func aTextCannotEndTheSequenceEarly() throws {
        let sequence = try #require(ClipboardSequence.of("\u{1B}\\\u{07}", through: .none))
        #expect(
            sequence.dropFirst(7).dropLast().allSatisfy { $0.isLetter || $0.isNumber || "+/=".contains($0) })
    }
}
