import Dispatch
import GRDB
import Synchronization

/// Brings what was written from the write-ahead log into the database when writers pause. In a large database every
/// write is another page, and the disk takes many times longer for pages all over a file than for a log: a burst goes
/// into the log alone, where it is as safe.
///
/// Does nothing while nothing is written.
final class Checkpointer: Sendable {
    private struct State {
        /// How many writes wait; the first of them has somebody look.
        var writes = 0
        var last = ContinuousClock.now
    }

    /// How long nobody has to have written.
    private static let pause = Duration.milliseconds(200)
    /// How many writes may wait for a pause.
    private static let longestBurst = 100_000

    private let database: DatabaseQueue
    private let writer: DatabaseQueue
    private let queue = DispatchQueue(label: "carillon.checkpoint")
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
        let isFirst = state.withLock { state in
            defer { state.writes += writes }
            state.last = .now
            return state.writes == 0
        }
        if isFirst { look(in: Self.pause) }
    }

    /// Looks after a time whether writers pause.
    private func look(in delay: Duration) {
        let milliseconds = Int((delay / .milliseconds(1)).rounded(.up))
        queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
            let rest = self.state.withLock { state in
                let rest = Self.pause - state.last.duration(to: .now)
                guard rest > .zero, state.writes < Self.longestBurst else {
                    state = State()
                    return Duration.zero
                }
                return rest
            }
            if rest > .zero { self.look(in: rest) } else { self.checkpoint() }
        }
    }

    private func checkpoint() {
        // What cannot be brought over now stays in the log for the next time.
        _ = try? database.writeWithoutTransaction { db in try db.checkpoint(.passive) }
        // The log starts over only where nothing is left in it: the little that was written meanwhile is brought over
        // while nobody writes.
        writer.asyncWriteWithoutTransaction { db in _ = try? db.checkpoint(.passive) }
    }
}
