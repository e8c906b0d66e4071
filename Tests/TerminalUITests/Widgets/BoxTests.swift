import TestSupport
import Testing

@testable import TerminalUI

/// A dialog stands in a frame over what was there.
@Suite struct BoxTests {
    private func screen(title: SafeText, area: Rect) -> FrameBuffer {
        var frame = FrameBuffer(size: Size(columns: 30, rows: 7))
        for row in 0..<7 { frame.horizontalLine(".", column: 0, row: row, columns: 30) }
        let inner = Box(title: title).render(
            into: &frame, area: area, style: Style(attributes: .dim), titleStyle: Style(attributes: .bold))
        frame.put("Deregister 中文?", column: inner.minColumn, row: inner.minRow, clip: inner)
        return frame
    }

    @Test func itCoversWhatIsBelow() {
        GoldenScreen.expect(
            screen(title: "Confirm", area: Rect(column: 4, row: 1, columns: 22, rows: 4)), is: "box")
    }

    @Test func aLongTitleIsCut() {
        GoldenScreen.expect(
            screen(title: "Deregister this device", area: Rect(column: 4, row: 1, columns: 18, rows: 4)),
            is: "box-long-title")
    }

    @Test func partOfItMayBeOutside() {
        GoldenScreen.expect(
            screen(title: "Confirm", area: Rect(column: 20, row: 4, columns: 22, rows: 9)), is: "box-outside")
    }
}
