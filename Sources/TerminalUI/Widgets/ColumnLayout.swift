/// Shares the width of a table among its columns.
public struct ColumnLayout: Sendable {
    /// A column before it has a width.
    public struct Column: Sendable {
        /// What stands above it.
        public let title: SafeText
        /// The least it needs.
        public let minimum: Int
        /// What it should have before any column has more than it should.
        public let ideal: Int
        /// The most it makes use of.
        public let maximum: Int

        /// A column.
        ///
        /// - Parameter ideal: What it should have; nil where its minimum will do.
        public init(_ title: SafeText, minimum: Int, ideal: Int? = nil, maximum: Int) {
            self.title = title
            self.minimum = max(0, minimum.asCoordinate)
            self.ideal = max(self.minimum, (ideal ?? minimum).asCoordinate)
            self.maximum = max(self.ideal, maximum.asCoordinate)
        }
    }

    /// A column with its place.
    public struct Slot: Sendable {
        /// Which of the columns it is.
        public let index: Int
        /// Where it starts.
        public let column: Int
        /// How wide it is.
        public let width: Int
    }

    /// The columns that fit, from left to right.
    public let slots: [Slot]

    /// Places columns from left to right with gaps between them. What is left beyond the minimums brings the
    /// columns to their ideals, then to their maximums, the first one first; columns at the right that do not
    /// fit are left out.
    public init(_ columns: [Column], start: Int, width: Int, gap: Int = 2) {
        let width = max(0, width.asCoordinate)
        var shown = columns.count
        func minimum(_ count: Int) -> Int {
            columns.prefix(count).reduce(0) { $0 + $1.minimum } + gap * max(0, count - 1)
        }
        while shown > 1, minimum(shown) > width { shown -= 1 }
        var spare = max(0, width - minimum(shown))
        var widths = columns.prefix(shown).map(\.minimum)
        for goal in [\Column.ideal, \Column.maximum] {
            for index in widths.indices {
                let extra = min(spare, columns[index][keyPath: goal] - widths[index])
                widths[index] += extra
                spare -= extra
            }
        }
        var position = start.asCoordinate
        slots = widths.enumerated().map { index, columns in
            let slot = Slot(index: index, column: position, width: min(columns, width))
            position += slot.width + gap
            return slot
        }
    }
}
