import Crypto
import Foundation
import GRDB

/// What the local service keeps: a SQLite database with a write-ahead log.
///
/// Every write is synced to disk before it is acknowledged (`synchronous = FULL`), so that neither `kill -9` nor
/// a power cut loses it. Several processes may use one file at the same time; see `StoreLock` for servers.
public struct Store: Sendable {
    /// The database could not be used, and what to do about it.
    public struct Unusable: Error, CustomStringConvertible {
        /// One sentence for a person.
        public let description: String

        init(description: String) {
            self.description = description
        }
    }

    /// Where a store is kept.
    public enum Location: Sendable {
        /// In a file; its directory is made where there is none.
        case file(String)
        /// In memory, until the program ends.
        case memory
    }

    /// Marks a SQLite file as one of this program: `Cari` in ASCII.
    static let applicationId: Int32 = 0x4361_7269

    /// The one way to write.
    let writes: GroupCommit
    /// A commit is on the disk before it returns.
    private static let synchronous = "PRAGMA synchronous = FULL"
    private let database: DatabaseQueue
    /// Nil in memory, where there is no log.
    private let checkpointer: Checkpointer?
    /// Nil in memory, where there is one connection only.
    private let readers: ReaderPool?
    /// The key that page tokens are authenticated with. Kept in the database, so that a token outlives a restart.
    let pagingKey: SymmetricKey

    /// Opens the store, and makes it where there is none.
    ///
    /// - Parameter lock: The lock of the file, for who has it. It is needed for a moment where an earlier version has made
    ///   the database: what serves it would no longer find its tables.
    /// - Throws: `Unusable`.
    public init(_ location: Location, lock: StoreLock? = nil) throws(Unusable) {
        let path: String
        switch location {
        case .file(let file): path = file
        case .memory: path = ":memory:"
        }
        do {
            try Self.look(at: location)
            database = try Self.open(location)
            readers = Self.readers(location)
            try Self.checkOwner(database, path: path)
            // Of a fresh file all may still stand in its log, which only SQLite reads.
            try Self.checkAge(database, path: path)
            try Self.update(database, at: location, lock)
            pagingKey = try Schema.pagingKey(in: database)
            checkpointer = try Self.checkpointer(location, writer: database)
            writes = GroupCommit(database, checkpointer: checkpointer)
        } catch let error as Unusable {
            throw error
        } catch {
            throw Unusable(
                description: "The database \(path) cannot be used (\(Self.reason(error))); "
                    + "check the path, its permissions and the space on the disk.")
        }
    }

    /// The file that `carillon serve` and `carillon --local` use unless told otherwise.
    public static func standardPath(environment: [String: String]) -> String {
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (data ?? "\(environment["HOME"] ?? "")/.local/share") + "/carillon/local.sqlite"
    }

    /// Reads on the calling thread: SQLite answers in less time than the way to another thread and back takes, and a
    /// reader of a file waits for no writer.
    ///
    /// - Throws: What `body` throws, or what SQLite throws.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard let readers else { return try database.read(body) }
        return try readers.read(body)
    }

    /// Brings everything from the log into the file, so that the file alone can be copied.
    public func settle() {
        checkpointer?.close()
    }

    /// Sees, without changing anything, that a file is not another program's, nor of a newer version of this one.
    ///
    /// - Throws: `Unusable`, or what Foundation and SQLite throw where it cannot be read.
    private static func look(at location: Location) throws {
        guard case .file(let path) = location else { return }
        switch try DatabaseHead(of: path, applicationId: applicationId) {
        case .blank: break
        case .foreign: throw foreign(path)
        case .malformed: throw DatabaseError(resultCode: .SQLITE_NOTADB)
        case .own:
            let reader = try reader(path)
            defer { try? reader.close() }
            try checkAge(reader, path: path)
        }
    }

    private static func checkAge(_ database: DatabaseQueue, path: String) throws {
        guard try !database.read(Schema.migrator().hasBeenSuperseded) else {
            throw Unusable(
                description: "The database \(path) was made by a newer version of Carillon; "
                    + "update Carillon, or give another --database.")
        }
    }

    /// Makes the tables, or changes those of an earlier version.
    private static func update(_ database: DatabaseQueue, at location: Location, _ lock: StoreLock?) throws {
        let migrator = Schema.migrator()
        let isOld = try database.read { db in
            try !migrator.appliedMigrations(db).isEmpty && !migrator.hasCompletedMigrations(db)
        }
        guard isOld, case .file(let path) = location else { return try migrator.migrate(database) }
        let lock = try lock ?? StoreLock(database: path)
        try withExtendedLifetime(lock) {
            try migrator.migrate(database)
            // All of it has gone through the log, whose space nobody else gives back.
            _ = try? database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        }
    }

    private static func foreign(_ path: String) -> Unusable {
        Unusable(description: "The file \(path) is a database of another program; give another --database.")
    }

    private static func open(_ location: Location) throws -> DatabaseQueue {
        switch location {
        case .memory:
            return try DatabaseQueue(configuration: configuration)
        case .file(let path):
            let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            var configuration = configuration
            configuration.journalMode = .wal
            let database = try DatabaseQueue(path: path, configuration: configuration)
            // GRDB has set NORMAL with the journal mode, which does not sync commits.
            try database.writeWithoutTransaction { db in try db.execute(sql: synchronous) }
            return database
        }
    }

    private static func checkpointer(_ location: Location, writer: DatabaseQueue) throws -> Checkpointer? {
        guard case .file(let path) = location else { return nil }
        return Checkpointer(try DatabaseQueue(path: path, configuration: configuration), writer: writer)
    }

    private static func readers(_ location: Location) -> ReaderPool? {
        guard case .file(let path) = location else { return nil }
        return ReaderPool { try reader(path) }
    }

    private static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static var configuration: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: synchronous)
        }
        return configuration
    }

    private static func checkOwner(_ database: any DatabaseWriter, path: String) throws {
        try database.write { db in
            let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
            guard id == applicationId || (id == 0 && isEmpty) else { throw foreign(path) }
            if id == 0 { try db.execute(sql: "PRAGMA application_id = \(applicationId)") }
        }
    }

    /// Why something went wrong, for a person.
    static func reason(_ error: any Error) -> String {
        (error as? DatabaseError).map { $0.message ?? $0.resultCode.description }
            ?? error.localizedDescription
    }
}
