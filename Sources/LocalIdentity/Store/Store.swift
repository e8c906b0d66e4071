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

    let database: any DatabaseWriter
    /// The key that page tokens are authenticated with. Kept in the database, so that a token outlives a restart.
    let pagingKey: SymmetricKey

    /// Opens the store, and makes it where there is none.
    ///
    /// - Throws: `Unusable`.
    public init(_ location: Location) throws(Unusable) {
        let path: String
        switch location {
        case .file(let file): path = file
        case .memory: path = ":memory:"
        }
        do {
            database = try Self.open(location)
            try Self.checkOwner(database, path: path)
            let migrator = Schema.migrator()
            let isNewer = try database.read { try migrator.hasBeenSuperseded($0) }
            guard !isNewer else {
                throw Unusable(
                    description: "The database \(path) was made by a newer version of Carillon; "
                        + "update Carillon, or give another --database.")
            }
            try migrator.migrate(database)
            pagingKey = try Schema.pagingKey(in: database)
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

    private static func open(_ location: Location) throws -> any DatabaseWriter {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
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
            return try DatabasePool(path: path, configuration: configuration)
        }
    }

    private static func checkOwner(_ database: any DatabaseWriter, path: String) throws {
        try database.write { db in
            let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
            guard id == applicationId || (id == 0 && isEmpty) else {
                throw Unusable(
                    description: "The file \(path) is a database of another program; give another --database."
                )
            }
            if id == 0 { try db.execute(sql: "PRAGMA application_id = \(applicationId)") }
        }
    }

    private static func reason(_ error: any Error) -> String {
        (error as? DatabaseError).map { $0.message ?? $0.resultCode.description }
            ?? error.localizedDescription
    }
}
