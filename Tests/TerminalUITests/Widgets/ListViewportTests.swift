import Testing

@testable import TerminalUI

/// A list moves no more than it must to keep the cursor in sight.
@Suite struct ListViewportTests {
    private func visible(_ viewport: ListViewport, of count: Int = 100_000) -> Range<Int> {
        viewport.visible(count: count, height: 10)
    }

    @Test func itStaysWhileTheCursorIsVisible() {
        var viewport = ListViewport()
        viewport.follow(9, count: 100_000, height: 10)
        #expect(visible(viewport) == 0..<10)
        viewport.follow(10, count: 100_000, height: 10)
        #expect(visible(viewport) == 1..<11)
        viewport.follow(5, count: 100_000, height: 10)
        #expect(visible(viewport) == 1..<11)
        viewport.follow(0, count: 100_000, height: 10)
        #expect(visible(viewport) == 0..<10)
    }

    @Test func theLastRowIsShownAtTheBottom() {
        var viewport = ListViewport()
        viewport.follow(99_999, count: 100_000, height: 10)
        #expect(visible(viewport) == 99_990..<100_000)
    }

    @Test func whenRowsVanishNoRoomIsWasted() {
        var viewport = ListViewport()
        viewport.follow(99, count: 100, height: 10)
        viewport.follow(14, count: 15, height: 10)
        #expect(visible(viewport, of: 15) == 5..<15)
        viewport.follow(2, count: 3, height: 10)
        #expect(visible(viewport, of: 3) == 0..<3)
        viewport.follow(nil, count: 0, height: 10)
        #expect(visible(viewport, of: 0) == 0..<0)
    }

    @Test func aTallerTerminalShowsRowsAbove() {
        var viewport = ListViewport()
        viewport.follow(19, count: 20, height: 5)
        viewport.follow(19, count: 20, height: 12)
        #expect(viewport.visible(count: 20, height: 12) == 8..<20)
    }

    @Test func noHeightShowsNothing() {
        var viewport = ListViewport()
        viewport.follow(3, count: 5, height: 0)
        #expect(viewport.visible(count: 5, height: 0).isEmpty)
        #expect(viewport.visible(count: 5, height: -2).isEmpty)
    }
}
