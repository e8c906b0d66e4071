@testable import ViewModels

/// A row for tests of lists.
struct Planet: ListRow {
    static let columns = [ListColumn("name"), ListColumn("kind", .term), ListColumn("id", isShown: false)]

    var name: String
    var kind = "ROCK"
    var identity: String { "id-\(name)" }

    func text(of column: Int) -> String { [name, kind, identity][column] }
}
