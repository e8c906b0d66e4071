/// What a list shows of what was read: filtered, sorted, with a cursor and marks. All of these hold on to rows by
/// identity, so that nothing the service does moves them to other rows.
///
/// Moving the cursor costs the same for 50 rows and for 100,000.
public struct RowList<Row: ListRow>: Sendable, Equatable {
    private struct Entry: Sendable, Equatable {
        let row: Row
        /// What the entry is sorted by.
        var key: String
        let search: SearchText
    }

    /// What is typed to see fewer rows.
    public private(set) var filter = RowFilter("", columns: Row.columns)
    /// The order of the rows.
    public private(set) var sort: RowSort
    /// The identity of the row under the cursor; nil where there has been none.
    public private(set) var selectedIdentity: String?
    /// The place of the row under the cursor among those shown.
    public private(set) var cursor = 0
    /// Whether the row under the cursor has gone by itself, so that the cursor is on another one that nobody has chosen.
    public private(set) var hasLostRow = false
    /// The identities of the rows that are marked. Rows that are gone are not.
    public private(set) var marks: Set<String> = []
    /// All entries, sorted.
    private var entries: [Entry] = []
    /// The places of the entries that the filter shows; nil where it shows all.
    private var shown: [Int]?

    /// An empty list.
    ///
    /// - Parameter identity: The row that the cursor goes to as soon as it is there.
    public init(sortedBy sort: RowSort = RowSort(), cursorOn identity: String? = nil) {
        self.sort = sort
        selectedIdentity = identity
    }

    /// How many rows are shown.
    public var count: Int { shown?.count ?? entries.count }
    /// How many rows there are in all.
    public var total: Int { entries.count }

    /// A row that is shown.
    public subscript(index: Int) -> Row { entries[shown?[index] ?? index].row }

    /// The row under the cursor.
    public var selected: Row? { cursor < count ? self[cursor] : nil }

    /// The rows that are shown.
    public var rows: [Row] { (0..<count).map { self[$0] } }

    /// The rows that are marked, in order.
    public var marked: [Row] {
        marks.isEmpty ? [] : entries.lazy.map(\.row).filter { marks.contains($0.identity) }
    }

    /// Whether a row is marked.
    public func isMarked(_ row: Row) -> Bool { marks.contains(row.identity) }

    /// Shows these rows in place of those before.
    public mutating func replace(_ rows: [Row]) {
        entries = rows.map(entry).sorted(by: precedes)
        if !marks.isEmpty { marks.formIntersection(rows.map(\.identity)) }
        arrange()
    }

    /// Shows more rows.
    public mutating func insert(_ rows: [Row]) {
        let new = rows.map(entry).sorted(by: precedes)
        var merged: [Entry] = []
        merged.reserveCapacity(entries.count + new.count)
        var next = 0
        for old in entries {
            while next < new.count, precedes(new[next], old) {
                merged.append(new[next])
                next += 1
            }
            merged.append(old)
        }
        merged += new[next...]
        entries = merged
        arrange()
    }

    /// Shows only what fits.
    public mutating func setFilter(_ text: String) {
        filter = RowFilter(text, columns: Row.columns)
        arrange()
        hasLostRow = false
    }

    /// Sorts by the next column that is shown, from the first to the last and round again.
    public mutating func sortByNextColumn() {
        let columns = Row.columns.indices.filter { Row.columns[$0].isShown }
        let next = columns.first { $0 > sort.column } ?? columns.first ?? 0
        sort(by: RowSort(column: next))
    }

    /// Turns the order round.
    public mutating func reverseSort() {
        sort(by: RowSort(column: sort.column, isDescending: !sort.isDescending))
    }

    /// Moves the cursor and stops at the ends.
    public mutating func move(_ move: ListMove) {
        guard count > 0 else { return }
        hasLostRow = false
        cursor = move.target(from: cursor, count: count)
        selectedIdentity = self[cursor].identity
    }

    /// Takes the row that the cursor has come to for the one that is meant.
    public mutating func acceptRow() {
        hasLostRow = false
    }

    /// Moves the cursor to a row, as soon as it is there.
    public mutating func select(_ identity: String) {
        selectedIdentity = identity
        follow()
    }

    /// Marks the row under the cursor or takes its mark away, and goes on to the next.
    public mutating func toggleMark() {
        guard let selected else { return }
        if marks.remove(selected.identity) == nil { marks.insert(selected.identity) }
        move(.by(1))
    }

    /// Marks every row that is shown.
    public mutating func markAll() {
        for index in 0..<count { marks.insert(self[index].identity) }
    }

    /// Takes marks away: those of some rows, or all.
    public mutating func clearMarks(_ identities: some Sequence<String>) {
        marks.subtract(identities)
    }

    /// Takes all marks away.
    public mutating func clearMarks() {
        marks = []
    }

    private mutating func sort(by sort: RowSort) {
        self.sort = sort
        for index in entries.indices { entries[index].key = key(entries[index].row) }
        entries.sort(by: precedes)
        arrange()
    }

    private func entry(_ row: Row) -> Entry { Entry(row: row, key: key(row), search: SearchText(row)) }

    private func key(_ row: Row) -> String { row.text(of: sort.column).lowercased() }

    /// Equal keys are told apart by identity, so that the order never changes by itself.
    private func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if left.key != right.key { return (left.key < right.key) != sort.isDescending }
        return (left.row.identity < right.row.identity) != sort.isDescending
    }

    private mutating func arrange() {
        shown =
            filter.isEmpty
            ? nil
            : entries.indices.filter { filter.matches(entries[$0].row, entries[$0].search) }
        follow()
    }

    /// Keeps the cursor on its row; where that is gone, on the one that took its place.
    private mutating func follow() {
        // An empty list may be one that has not been read yet: the row asked for may still come.
        guard count > 0 else { return }
        if let selectedIdentity {
            if cursor < count, self[cursor].identity == selectedIdentity { return }
            if let place = (0..<count).first(where: { self[$0].identity == selectedIdentity }) {
                cursor = place
                return
            }
        }
        cursor = min(cursor, count - 1)
        hasLostRow = selectedIdentity != nil
        selectedIdentity = self[cursor].identity
    }
}
