import GRDB
import Synchronization

/// Commits the writes of many requests together: those that come while the disk is busy with others share the next
/// transaction, and so its sync. A write that comes alone waits for nobody.
///
/// A write that is refused takes nothing of its neighbours with it: each has a savepoint of its own. None is told to
/// have succeeded before all that it is committed with is on the disk.
final class GroupCommit: Sendable {
    /// One write with whoever waits for it.
    private struct Job: Sendable {
        /// Does the work, and gives what tells the waiting that it is done.
        let perform: @Sendable (Database) throws -> @Sendable () -> Void
        /// Tells the waiting that it is not.
        let fail: @Sendable (any Error) -> Void
    }

    private let database: any DatabaseWriter
    private let checkpointer: Checkpointer?
    private let waiting = Mutex<[Job]>([])

    /// - Parameter checkpointer: What is told of commits; nil for a database without a log.
    init(_ database: any DatabaseWriter, checkpointer: Checkpointer? = nil) {
        self.database = database
        self.checkpointer = checkpointer
    }

    /// Does a write, and returns when it is on the disk.
    ///
    /// - Throws: What `body` throws, with nothing of it kept, or what SQLite throws.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(
                perform: { db in
                    let value = try body(db)
                    return { continuation.resume(returning: value) }
                },
                fail: { continuation.resume(throwing: $0) })
            let isFirst = waiting.withLock { jobs in
                jobs.append(job)
                return jobs.count == 1
            }
            // Whoever comes after the first, and before the group begins, goes with it.
            if isFirst {
                database.asyncWriteWithoutTransaction { db in self.commit(self.takeWaiting(), in: db) }
            }
        }
    }

    private func takeWaiting() -> [Job] {
        waiting.withLock { jobs in
            defer { jobs = [] }
            return jobs
        }
    }

    private func commit(_ jobs: [Job], in db: Database) {
        var tellings: [@Sendable () -> Void] = []
        do {
            try db.inTransaction(.immediate) {
                for job in jobs { tellings.append(try Self.perform(job, in: db)) }
                return .commit
            }
        } catch {
            // Nothing of the group is kept. What was refused may have been refused for one of the others, so that is
            // not known any more either.
            for job in jobs { job.fail(error) }
            return
        }
        for tell in tellings { tell() }
        checkpointer?.committed(in: db)
    }

    /// Does the work of one job.
    ///
    /// - Returns: What tells the waiting how it went, once the group is committed.
    /// - Throws: What ends the whole group: SQLite gives up a transaction where a disk is full.
    private static func perform(_ job: Job, in db: Database) throws -> @Sendable () -> Void {
        var telling: (@Sendable () -> Void)?
        do {
            try db.inSavepoint {
                telling = try job.perform(db)
                return .commit
            }
        } catch {
            guard db.isInsideTransaction, !endsGroup(error) else { throw error }
            return { job.fail(error) }
        }
        return telling ?? {}
    }

    /// Whether it is not certain that a savepoint has taken everything back: so it is after what a handler has thrown,
    /// and after a constraint that did not hold.
    private static func endsGroup(_ error: any Error) -> Bool {
        (error as? DatabaseError).map { $0.resultCode != .SQLITE_CONSTRAINT } ?? false
    }
}
