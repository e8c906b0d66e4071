import GRDB

/// One page of a list.
struct Page<Item> {
    /// What is on it.
    let items: [Item]
    /// Where the next page starts; nil where there is none.
    let nextToken: String?

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - statement: What selects the rows behind a row, as many as its last argument says. Their first column is `seq`.
    ///   - arguments: The arguments before the last.
    ///   - item: Makes an item of a row, which is good for the moment only.
    init(
        _ token: PageToken, size: Int, of statement: Statement, _ arguments: StatementArguments,
        item: (Row) throws -> Item
    ) throws {
        // One more tells whether there are more.
        let rows = try Row.fetchCursor(statement, arguments: arguments + [size + 1])
        var items: [Item] = []
        items.reserveCapacity(min(size, 8))
        var last: Int64 = 0
        while let row = try rows.next() {
            guard items.count < size else {
                self.init(items: items, nextToken: token.seal(after: last))
                return
            }
            last = row[0]
            items.append(try item(row))
        }
        self.init(items: items, nextToken: nil)
    }

    private init(items: [Item], nextToken: String?) {
        self.items = items
        self.nextToken = nextToken
    }
}
