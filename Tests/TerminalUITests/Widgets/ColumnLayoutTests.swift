import Testing

@testable import TerminalUI

/// Columns share what there is, and the last ones give way first.
@Suite struct ColumnLayoutTests {
    private let columns = [
        ColumnLayout.Column("NAME", minimum: 10, maximum: 40),
        ColumnLayout.Column("STATUS", minimum: 8, ideal: 20, maximum: 20),
        ColumnLayout.Column("TYPE", minimum: 6, maximum: 6),
    ]

    private func widths(in width: Int) -> [Int] {
        ColumnLayout(columns, start: 0, width: width).slots.map(\.width)
    }

    @Test(arguments: [
        (100, [40, 20, 6]),
        (50, [20, 20, 6]),
        (40, [10, 20, 6]),
        (28, [10, 8, 6]),
        (27, [10, 15]),
        (19, [19]),
        (5, [5]),
        (0, [0]),
        (-7, [0]),
    ])
    func theWidthIsShared(width: Int, shared: [Int]) {
        #expect(widths(in: width) == shared)
    }

    @Test(arguments: 0...80)
    func columnsNeitherOverlapNorReachOverTheEdge(width: Int) throws {
        let slots = ColumnLayout(columns, start: 3, width: width).slots
        for (left, right) in zip(slots, slots.dropFirst()) {
            #expect(left.column + left.width + 2 == right.column)
        }
        let last = try #require(slots.last)
        #expect(last.column + last.width <= 3 + width)
    }

    @Test func noColumnsNeedNoRoom() {
        #expect(ColumnLayout([], start: 0, width: 10).slots.isEmpty)
    }

    @Test func noNumberIsTooLarge() {
        let greedy = ColumnLayout.Column("X", minimum: .min, ideal: .max, maximum: .max)
        #expect(ColumnLayout([greedy, greedy], start: .max, width: .max, gap: 2).slots.count == 2)
    }
}
