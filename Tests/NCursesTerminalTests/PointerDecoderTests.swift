import TerminalUI
import Testing

@testable import NCursesTerminal

/// What the mouse reports becomes clicks, double clicks and turns of the wheel.
@Suite struct PointerDecoderTests {
    private final class Clock {
        var now: UInt64 = 1_000_000_000
    }

    private let clock = Clock()

    private func decoder() -> KeyDecoder {
        KeyDecoder(sequences: KeySequences(), pointer: PointerDecoder { [clock] in clock.now })
    }

    private func press(_ column: Int, _ row: Int, clicks: Int = 1) -> TerminalEvent {
        .pointer(.press(Point(column: column, row: row), clicks: clicks))
    }

    @Test func aPressIsAClickAndItsReleaseNothing() {
        var decoder = decoder()
        #expect(decoder.decode("\u{1B}[<0;10;5M\u{1B}[<0;10;5m".utf8) == [press(9, 4)])
        #expect(
            decoder.decode("\u{1B}[<0;300;250M".utf8) == [press(299, 249)], "there is no limit of columns")
    }

    @Test func twoPressesInTimeOnOneCellAreADoubleClick() {
        var decoder = decoder()
        let report = "\u{1B}[<0;1;1M".utf8
        #expect(decoder.decode(report) == [press(0, 0)])
        clock.now += PointerDecoder.doubleClick
        #expect(decoder.decode(report) == [press(0, 0, clicks: 2)])
        #expect(decoder.decode(report) == [press(0, 0)], "a third one begins anew")
        clock.now += PointerDecoder.doubleClick + 1
        #expect(decoder.decode(report) == [press(0, 0)], "too late")
        #expect(decoder.decode("\u{1B}[<0;2;1M".utf8) == [press(1, 0)], "another cell")
    }

    @Test func theWheelTurnsBothWays() {
        var decoder = decoder()
        #expect(
            decoder.decode("\u{1B}[<64;1;1M\u{1B}[<65;1;1M".utf8) == [
                .pointer(.wheel(-3)), .pointer(.wheel(3)),
            ])
    }

    @Test(arguments: [
        "\u{1B}[<2;1;1M", "\u{1B}[<35;4;4M", "\u{1B}[<0;0;0M", "\u{1B}[<0;1M", "\u{1B}[<;;M",
        "\u{1B}[<0;99999999999999999999;1M",
    ])
    func whatMeansNothingHereIsSwallowed(report: String) {
        var decoder = decoder()
        #expect(decoder.decode((report + "x").utf8) == [.key(.character("x"))])
    }

    @Test func reportsThatNobodyAskedForAreSwallowed() {
        var decoder = KeyDecoder(sequences: KeySequences())
        #expect(decoder.decode("\u{1B}[<0;10;5Mx".utf8) == [.key(.character("x"))])
    }
}
