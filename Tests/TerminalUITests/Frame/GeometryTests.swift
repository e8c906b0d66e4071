import Testing

@testable import TerminalUI

/// Rectangles divide the screen without gaps and without overlap.
@Suite struct GeometryTests {
    private let screen = Rect(Size(columns: 80, rows: 24))

    @Test func splittingKeepsEveryRowAndColumn() {
        let (head, rest) = screen.split(top: 3)
        let (body, foot) = rest.split(bottom: 1)
        #expect((head.minRow, head.rows) == (0, 3))
        #expect((body.minRow, body.rows) == (3, 20))
        #expect((foot.minRow, foot.rows) == (23, 1))
        let (left, right) = body.split(left: 50)
        #expect((left.columns, right.minColumn, right.columns) == (50, 50, 30))
    }

    @Test func aPartIsNeverLargerThanTheWhole() {
        #expect(screen.split(top: 99).rest.rows == 0)
        #expect(screen.split(bottom: 99).rest.rows == 0)
        #expect(screen.split(left: -1).left.columns == 0)
    }

    @Test func aDialogStandsInTheMiddleAndFits() {
        #expect(
            screen.centered(Size(columns: 40, rows: 10)) == Rect(column: 20, row: 7, columns: 40, rows: 10))
        #expect(screen.centered(Size(columns: 400, rows: 100)) == screen)
    }

    @Test func rectanglesThatDoNotMeetShareNothing() {
        let shared = screen.intersection(Rect(column: 100, row: 0, columns: 5, rows: 5))
        #expect(shared.columns == 0)
    }

    @Test func aSizeIsNeverNegative() {
        #expect(Size(columns: -1, rows: .min) == Size(columns: 0, rows: 0))
    }
}
