import GRDB
import Synchronization

/// Connections that only read, as many as are used at the same time.
///
/// Stands in for the pool of GRDB, which puts two barriers and the compilation of three statements around every read:
/// that is several times what a read by key takes.
final class ReaderPool: Sendable {
    private let idle = Mutex<[DatabaseQueue]>([])
    private let connect: @Sendable () throws -> DatabaseQueue

    /// - Parameter connect: Opens a connection.
    init(_ connect: @escaping @Sendable () throws -> DatabaseQueue) {
        self.connect = connect
    }

    /// Reads on the calling thread, all of it from one state of the database.
    ///
    /// - Throws: What `body` throws, or what SQLite throws.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let reader = try idle.withLock { $0.popLast() } ?? connect()
        return try reader.unsafeRead { db in
            defer {
                // One whose transaction cannot be ended is not used again.
                if !db.isInsideTransaction { idle.withLock { $0.append(reader) } }
            }
            return try Self.isolated(db, body)
        }
    }

    private static func isolated<Value>(_ db: Database, _ body: (Database) throws -> Value) throws -> Value {
        // Prepared once for each connection, unlike those of GRDB's own transactions.
        try db.cachedStatement(sql: "BEGIN").execute()
        do {
            let value = try body(db)
            try db.cachedStatement(sql: "COMMIT").execute()
            return value
        } catch {
            if db.isInsideTransaction { try? db.cachedStatement(sql: "ROLLBACK").execute() }
            throw error
        }
    }
}
