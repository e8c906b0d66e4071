/// Shares the width of a table among its columns.
public struct ColumnLayout: Sendable {
    /// A column before it has a width.
    public struct Column: Sendable {
        /// What stands above it.
        public let title: SafeText
        /// The least it needs.
        public let minimum: Int
        /// The most it makes use of.
        public let maximum: Int

        /// A column.
        public init(_ title: SafeText, minimum: Int, maximum: Int) {
            self.title = title
            self.minimum = minimum
            self.maximum = max(minimum, maximum)
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

    /// Places columns from left to right with gaps between them. What is left beyond the minimums goes to the
    /// first columns up to their maximums; columns at the right that do not fit are left out.
    public init(_ columns: [Column], start: Int, width: Int, gap: Int = 2) {
        var shown = columns.count
        func minimum(_ count: Int) -> Int {
            columns.prefix(count).reduce(0) { $0 + $1.minimum } + gap * max(0, count - 1)
        }
        while shown > 1, minimum(shown) > width { shown -= 1 }
        var spare = max(0, width - minimum(shown))
        var position = start
        slots = columns.prefix(shown).enumerated().map { index, column in
            let extra = min(spare, column.maximum - column.minimum)
            spare -= extra
            let slot = Slot(index: index, column: position, width: min(column.minimum + extra, width))
            position += slot.width + gap
            return slot
        }
    }
}
