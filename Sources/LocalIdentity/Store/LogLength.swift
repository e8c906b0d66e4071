import GRDB
import GRDBSQLite
import Synchronization

/// How long the write-ahead log of a database is, as SQLite tells it with every commit.
///
/// Must live as long as anybody writes over the connection that it watches.
final class LogLength: Sendable {
    private let last = Atomic(0)

    /// In pages, as of the last commit.
    var pages: Int { last.load(ordering: .relaxed) }

    /// Takes note that nothing is left in it.
    func startOver() {
        last.store(0, ordering: .relaxed)
    }

    /// Takes the place of SQLite's automatic checkpoints, which use the same hook.
    func watch(_ db: Database) {
        sqlite3_wal_hook(
            db.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<LogLength>.fromOpaque(context).takeUnretainedValue()
                    .last.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
