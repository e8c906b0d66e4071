import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Brings what was written from the write-ahead log into the database beside the writers, so that none of them waits
/// for it: in a large database every write is another page, and the disk takes many times longer for pages all over a
/// file than for a log, where what is written is as safe.
///
/// Works when writers pause, and in the middle of a burst that makes the log long. Does nothing while nothing is
/// written.
final class Checkpointer: Sendable {
    private struct State {
        /// Whether somebody looks for a pause.
        var isWatched = false
        /// Whether somebody is about to make a long log short.
        var isShortening = false
        /// Whether the file of the log has grown beyond what is left on the disk.
        var isSpacious = false
        /// Whether something could not be written to the disk.
        var hasFailed = false
        var lastCommit = ContinuousClock.now
    }

    /// When to do what. Lengths of the log are in pages.
    struct Limits: Sendable {
        /// How long nobody has to have written for the log to be brought over.
        var pause = Duration.milliseconds(200)
        /// How long nobody has to have written for the log's file to be cut: giving back its space and taking it again
        /// costs tens of milliseconds.
        var rest = Duration.seconds(60)
        /// What is brought over by the writer itself, in a few milliseconds.
        var short = 256
        /// What may stay on the disk, without being in use, when nobody has written for a while.
        var spare = 16_384
        /// What is not left until writers pause.
        var long = 65_536
        /// What makes the writer wait: the disk does not keep up with it, or a reader does not let go.
        var longest = 262_144
    }

    private let database: DatabaseQueue
    private let writer: DatabaseQueue
    private let limits: Limits
    private let log = LogLength()
    private let queue = DispatchQueue(label: "carillon.checkpoint")
    private let state = Mutex(State())

    /// - Parameters:
    ///   - database: A connection that is used for nothing else.
    ///   - writer: The connection that writes.
    init(_ database: DatabaseQueue, writer: DatabaseQueue, limits: Limits = Limits()) {
        self.database = database
        self.writer = writer
        self.limits = limits
        writer.writeWithoutTransaction { db in log.watch(db) }
    }

    /// Takes note of a commit, on the writer's connection.
    func committed(in db: Database) {
        let pages = log.pages
        if pages >= limits.longest { checkpoint(db) }
        let (isFirst, isLong) = state.withLock { state in
            defer {
                state.isWatched = true
                state.isShortening = state.isShortening || pages >= limits.long
                state.isSpacious = state.isSpacious || pages > limits.spare
                state.lastCommit = .now
            }
            return (!state.isWatched, !state.isShortening && pages >= limits.long)
        }
        if isFirst { look(in: limits.pause) }
        if isLong {
            queue.async {
                self.bringOver()
                self.state.withLock { $0.isShortening = false }
            }
        }
    }

    /// Brings everything over, and gives the space of the log back, once what is under way has ended.
    func close() {
        queue.sync { finish(.truncate) }
    }

    /// Looks after a time whether writers pause.
    private func look(in delay: Duration) {
        after(delay) { checkpointer in
            let rest = checkpointer.state.withLock { state in
                let rest = checkpointer.limits.pause - state.lastCommit.duration(to: .now)
                if rest <= .zero { state.isWatched = false }
                return rest
            }
            guard rest <= .zero else { return checkpointer.look(in: rest) }
            checkpointer.bringOver()
            if checkpointer.state.withLock({ $0.isSpacious }) {
                checkpointer.after(checkpointer.limits.rest) { $0.cut() }
            }
        }
    }

    /// Brings the log over while others may go on writing: all there is, then what came meanwhile, and so on, until the
    /// rest is so short that the writer is done with it at once.
    private func bringOver() {
        var before = Int.max
        while let done = database.writeWithoutTransaction(checkpointAndSync) {
            let left = log.pages - done
            guard left > limits.short, left < before else { break }
            before = left
        }
        finish(.passive)
    }

    /// Brings over what is left while nobody can write, for only a log in which nothing is left starts over.
    private func finish(_ mode: Database.CheckpointMode) {
        writer.writeWithoutTransaction { db in
            guard let (pages, done) = checkpoint(db, mode) else { return }
            if pages == done { log.startOver() }
        }
    }

    /// Gives the space of a log that has been long back to the disk.
    private func cut() {
        let isDue = state.withLock { state in
            guard state.isSpacious, state.lastCommit.duration(to: .now) >= limits.rest else { return false }
            state.isSpacious = false
            return true
        }
        if isDue { finish(.truncate) }
    }

    /// Brings over what nobody reads any more, and syncs the file.
    ///
    /// - Returns: How many pages of the log are in the database; nil where it cannot be done now.
    private func checkpointAndSync(_ db: Database) -> Int? {
        guard let (_, done) = checkpoint(db) else { return nil }
        // SQLite syncs the file only with the last page of the log, and so on the way of whoever writes that.
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(db.sqliteConnection, nil, SQLITE_FCNTL_FILE_POINTER, &file)
        guard let file, let sync = file.pointee.pMethods?.pointee.xSync else { return done }
        guard sync(file, SQLITE_SYNC_NORMAL) == SQLITE_OK else {
            giveUp()
            return nil
        }
        return done
    }

    /// Brings over what nobody reads any more; what is left stays in the log for the next time.
    ///
    /// - Returns: How many pages the log has, and how many of them are in the database; nil where it cannot be done now.
    @discardableResult
    private func checkpoint(_ db: Database, _ mode: Database.CheckpointMode = .passive) -> (Int, Int)? {
        guard !state.withLock({ $0.hasFailed }) else { return nil }
        do {
            return try db.checkpoint(mode)
        } catch {
            if (error as? DatabaseError)?.resultCode == .SQLITE_IOERR { giveUp() }
            return nil
        }
    }

    /// Leaves everything in the log, which SQLite reads when the database is opened again: a system that could not write
    /// a page takes it for written from then on.
    private func giveUp() {
        state.withLock { $0.hasFailed = true }
    }

    /// Does something later, unless the database is closed until then.
    private func after(_ delay: Duration, _ work: @escaping @Sendable (Checkpointer) -> Void) {
        let milliseconds = Int((delay / .milliseconds(1)).rounded(.up))
        queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
            if let self { work(self) }
        }
    }
}
