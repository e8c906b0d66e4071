import Foundation
import GRDB
import Testing

@testable import LocalIdentity

@Suite("Writes that are committed together")
struct GroupCommitTests {
    private struct Refusal: Error {}

    private let database: DatabaseQueue
    private let writes: GroupCommit

    init() throws {
        database = try DatabaseQueue()
        try database.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE parents (id INTEGER PRIMARY KEY);
                    CREATE TABLE words (
                        word TEXT NOT NULL UNIQUE,
                        parent INTEGER REFERENCES parents(id) DEFERRABLE INITIALLY DEFERRED
                    );
                    """)
        }
        writes = GroupCommit(database)
    }

    private var words: [String] {
        get throws {
            try database.read { try String.fetchAll($0, sql: "SELECT word FROM words ORDER BY word") }
        }
    }

    private static func insert(_ word: String, parent: Int? = nil, in db: Database) throws {
        try db.execute(sql: "INSERT INTO words (word, parent) VALUES (?, ?)", arguments: [word, parent])
    }

    /// Makes writes wait for one another, so that all of them come into one group.
    private func together(_ bodies: [@Sendable (Database) throws -> Void]) async -> [Result<Void, any Error>]
    {
        await withTaskGroup(of: (Int, Result<Void, any Error>).self) { group in
            let (started, start) = AsyncStream.makeStream(of: Void.self)
            let gate = DispatchSemaphore(value: 0)
            database.asyncWriteWithoutTransaction { _ in gate.wait() }
            for (index, body) in bodies.enumerated() {
                group.addTask {
                    start.yield()
                    do {
                        try await writes.write(body)
                        return (index, .success(()))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var count = 0
            for await _ in started {
                count += 1
                if count == bodies.count { break }
            }
            gate.signal()
            var results: [(Int, Result<Void, any Error>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    @Test("all succeed")
    func many() async throws {
        let results = await together(
            (0..<20).map { number in { db in try Self.insert("w\(number)", in: db) } })

        #expect(results.allSatisfy { (try? $0.get()) != nil })
        #expect(try words.count == 20)
    }

    @Test("one that is refused keeps nothing of itself and takes nothing of the others")
    func refusal() async throws {
        let results = await together([
            { db in try Self.insert("before", in: db) },
            { db in
                try Self.insert("half", in: db)
                throw Refusal()
            },
            { db in try Self.insert("before", in: db) },
            { db in try Self.insert("after", in: db) },
        ])

        #expect(throws: Refusal.self) { try results[1].get() }
        #expect(try words == ["after", "before"])
        // One of the two that say the same has won.
        #expect([results[0], results[2]].count { (try? $0.get()) != nil } == 1)
        #expect((try? results[3].get()) != nil)
    }

    @Test("none succeeds where the commit fails")
    func commitFails() async throws {
        let results = await together([
            { db in try Self.insert("fine", in: db) },
            { db in try Self.insert("orphan", parent: 7, in: db) },
        ])

        // Together or one after the other, depending on who came first: never is told what is not so.
        let kept = try words
        #expect(throws: DatabaseError.self) { try results[1].get() }
        #expect(!kept.contains("orphan"))
        #expect(kept.contains("fine") == ((try? results[0].get()) != nil))
    }

    @Test("go on after a group that failed")
    func goesOn() async throws {
        _ = await together([{ db in try Self.insert("orphan", parent: 7, in: db) }])

        try await writes.write { db in try Self.insert("next", in: db) }

        #expect(try words == ["next"])
    }
}
