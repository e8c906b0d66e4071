import Foundation
import GRDB
import Testing

@testable import LocalIdentity

@Suite("The write-ahead log")
struct CheckpointerTests {
    private let path = NSTemporaryDirectory() + "carillon-\(UUID().uuidString).sqlite"

    /// For a log that only its length makes short, and no writer by itself.
    private static var withoutPauses: Checkpointer.Limits {
        var limits = Checkpointer.Limits()
        limits.pause = .seconds(3600)
        limits.short = 8
        limits.long = 64
        limits.longest = .max
        return limits
    }

    /// A database whose log is looked after within the given limits.
    private func open(_ limits: Checkpointer.Limits) throws -> GroupCommit {
        var configuration = GRDB.Configuration()
        configuration.journalMode = .wal
        let writer = try DatabaseQueue(path: path, configuration: configuration)
        let other = try DatabaseQueue(path: path)
        try writer.write { db in
            try db.execute(sql: "CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL)")
        }
        return GroupCommit(writer, checkpointer: Checkpointer(other, writer: writer, limits: limits))
    }

    private func removeFiles() {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// In bytes.
    private var logSize: Int {
        get throws {
            try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
        }
    }

    private static func insert(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO words (word) VALUES (hex(randomblob(1000)))")
    }

    /// Writes one after the other, without a pause, until the log is written from its beginning again: its file grows
    /// with every write until then.
    ///
    /// - Returns: Whether it has come to that.
    private func writeUntilItStartsOver(_ writes: GroupCommit) async throws -> Bool {
        var last = 0
        for _ in 0..<100_000 {
            try await writes.write(Self.insert)
            let size = try logSize
            if size == last { return true }
            last = size
        }
        return false
    }

    @Test("starts over in the middle of a burst, on no writer's way")
    func burst() async throws {
        defer { removeFiles() }
        let writes = try open(Self.withoutPauses)

        #expect(try await writeUntilItStartsOver(writes))
    }

    @Test("is left alone while it is short, as long as writers do not pause")
    func short() async throws {
        defer { removeFiles() }
        var limits = Self.withoutPauses
        limits.long = .max
        let writes = try open(limits)

        // SQLite by itself would bring it over at 1,000 pages, on the way of a writer.
        for _ in 0..<1_500 { try await writes.write(Self.insert) }

        #expect(try logSize > 1_500 * 4096)
    }

    @Test("keeps what a reader still reads, and starts over when it has let go")
    func heldBack() async throws {
        defer { removeFiles() }
        let writes = try open(Self.withoutPauses)
        var configuration = GRDB.Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: path, configuration: configuration)
        try await reader.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM words")
        }

        for _ in 0..<200 { try await writes.write(Self.insert) }
        let count = try await reader.writeWithoutTransaction { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM words")
        }
        try await reader.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }

        #expect(count == 0)
        #expect(try await writeUntilItStartsOver(writes))
    }

    @Test("gives its space back when nobody has written for a while")
    func rest() async throws {
        defer { removeFiles() }
        var limits = Checkpointer.Limits()
        limits.pause = .milliseconds(1)
        limits.rest = .milliseconds(10)
        limits.spare = 16
        let writes = try open(limits)

        try await writes.write { db in
            for _ in 0..<64 { try Self.insert(db) }
        }

        let deadline = ContinuousClock.now + .seconds(60)
        while try logSize > 0, ContinuousClock.now < deadline { await Task.yield() }
        #expect(try logSize == 0)
        try await writes.write(Self.insert)
        #expect(try await writes.write { try Int.fetchOne($0, sql: "SELECT count(*) FROM words") } == 65)
    }
}
