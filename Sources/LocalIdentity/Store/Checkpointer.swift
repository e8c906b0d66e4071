import GRDB
import Synchronization

/// Brings what was written from the write-ahead log into the database, by a connection of its own: SQLite would do so
/// behind a commit, and everyone who waits for that commit would wait for many pages all over the file as well.
///
/// Does nothing while nothing is written.
final class Checkpointer: Sendable {
    private struct State {
        var writes = 0
        var isRunning = false
    }

    /// After how many writes it is done. Few, so that no commit ever waits long for the disk; with many users each write
    /// is one more page.
    private static let threshold = 25

    private let database: DatabaseQueue
    private let writer: DatabaseQueue
    private let state = Mutex(State())

    /// - Parameters:
    ///   - database: A connection that is used for nothing else.
    ///   - writer: The connection that writes.
    init(_ database: DatabaseQueue, writer: DatabaseQueue) {
        self.database = database
        self.writer = writer
    }

    /// Takes note of writes that were committed.
    func committed(_ writes: Int) {
        let isDue = state.withLock { state in
            state.writes += writes
            guard !state.isRunning, state.writes >= Self.threshold else { return false }
            state = State(isRunning: true)
            return true
        }
        guard isDue else { return }
        database.asyncWriteWithoutTransaction { db in
            // What cannot be brought over now stays in the log for the next time.
            _ = try? db.checkpoint(.passive)
            // The log starts over only where nothing is left in it: the little that was written meanwhile is brought
            // over while nobody writes.
            self.writer.asyncWriteWithoutTransaction { db in
                _ = try? db.checkpoint(.passive)
                self.state.withLock { $0.isRunning = false }
            }
        }
    }
}
