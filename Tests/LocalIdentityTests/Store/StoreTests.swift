import Foundation
import GRDB
import Testing

@testable import LocalIdentity

@Suite("A store")
struct StoreTests {
    private let path = FileManager.default.temporaryDirectory
        .appending(path: "carillon-\(UUID().uuidString)/store.sqlite").path

    @Test("shows a reader one state of the database, whatever is written meanwhile")
    func isolation() async throws {
        let store = try Store(.file(path))
        let count = "SELECT count(*) FROM settings"
        let before = try store.read { try Int.fetchOne($0, sql: count) }

        let seen = try store.read { reader in
            let first = try Int.fetchOne(reader, sql: count)
            // By a connection of its own: a write of the store would have to be waited for.
            try DatabaseQueue(path: path).write { db in
                try db.execute(sql: "INSERT INTO settings (key, value) VALUES ('a', 'b')")
            }
            return [first, try Int.fetchOne(reader, sql: count)]
        }

        #expect(seen == [before, before])
        #expect(try store.read { try Int.fetchOne($0, sql: count) } == (before ?? 0) + 1)
    }

    @Test("can be read after a reader has failed")
    func failedReader() throws {
        struct Refusal: Error {}
        let store = try Store(.file(path))

        for _ in 0..<3 {
            #expect(throws: Refusal.self) { try store.read { _ in throw Refusal() } }
        }

        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
    }

    @Test("syncs every commit")
    func synchronous() async throws {
        let store = try Store(.file(path))

        // 2 is FULL. Source: SQLite, "PRAGMA synchronous".
        #expect(try await store.writes.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }

    @Test("lets nobody write by a reader")
    func readOnly() throws {
        let store = try Store(.file(path))

        #expect(throws: DatabaseError.self) {
            try store.read { try $0.execute(sql: "DELETE FROM settings") }
        }
    }

    @Test("keeps the devices of a database that an earlier version has made, in their order")
    func migration() async throws {
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let before = try DatabaseQueue(path: path)
        try Schema.migrator().migrate(before, upTo: "2 large AppInstances")
        try await before.write { db in
            try db.execute(sql: "PRAGMA application_id = \(Store.applicationId)")
            try db.execute(
                sql: """
                    INSERT INTO app_instances (id, name, created, updated) VALUES ('a', 'A', 1, 1);
                    INSERT INTO users (app_instance, id, name, created, updated)
                        VALUES (1, 'ada', 'Ada', 1, 1), (1, 'ben', 'Ben', 1, 1), (1, 'cy', 'Cy', 1, 1);
                    """)
            for (user, id) in [(1, "ada 1"), (2, "ben 1"), (1, "ada 2")] {
                try db.execute(
                    sql: """
                        INSERT INTO endpoints (user, id, type, resource_arn, device_token, allow_messages, status,
                        created, updated) VALUES (?, ?, 'APNS', 'arn', ?, 'ALL', 'ACTIVE', 1, 1)
                        """, arguments: [user, id, "token of \(id)"])
            }
        }
        try before.close()
        let lock = try StoreLock(database: path)
        #expect(throws: Store.Unusable.self, "what serves it would no longer find its tables") {
            try Store(.file(path))
        }

        let store = try Store(.file(path), lock: lock)

        let devices = try (1...3).map { (user: Int64) in
            let rows = DeviceRows(user: user)
            return try store.read { db in
                try String.fetchAll(
                    db,
                    sql:
                        "SELECT id || ', ' || device_token FROM endpoints WHERE seq > ? AND seq < ? ORDER BY seq",
                    arguments: [rows.before, rows.end])
            }
        }
        #expect(
            devices == [
                ["ada 1, token of ada 1", "ada 2, token of ada 2"], ["ben 1, token of ben 1"], [],
            ])
        let made = try store.read {
            try Int.fetchAll($0, sql: "SELECT endpoints_made FROM users ORDER BY seq")
        }
        #expect(made == [2, 1, 0])
    }

    @Test("removes the devices of a user with the user, and no other")
    func deletedUser() async throws {
        let store = try Store(.memory)
        try await GeneratedData(store: store).fill(users: 3) { _ in }

        try await store.writes.write { try $0.execute(sql: "DELETE FROM users WHERE seq = 2") }

        let left = try store.read { try String.fetchAll($0, sql: "SELECT id FROM endpoints ORDER BY seq") }
        #expect(left == [0, 2].flatMap { GeneratedUser($0).endpointIds })
    }

    @Test("finds what is asked for by an index, however much there is")
    func indexes() async throws {
        let store = try Store(.file(path))
        try await GeneratedData(store: store).fill(users: 100) { _ in }
        let queries = [
            "SELECT seq FROM app_instances WHERE id = ?",
            "SELECT seq, id, name, metadata FROM app_instances WHERE seq > ? ORDER BY seq LIMIT ?",
            """
            SELECT users.seq FROM users JOIN app_instances ON app_instances.seq = users.app_instance
            WHERE app_instances.id = ? AND users.id = ?
            """,
            "SELECT seq, id, name, metadata FROM users WHERE app_instance = ? AND seq > ? ORDER BY seq LIMIT ?",
            "SELECT * FROM endpoints WHERE seq > ? AND seq < ? AND +id = ?",
            "SELECT seq FROM endpoints WHERE seq > ? AND seq < ? ORDER BY seq LIMIT ?",
            "UPDATE users SET endpoints_made = endpoints_made + 1 WHERE seq = ? RETURNING endpoints_made",
            "UPDATE endpoints SET status = ?, status_reason = ? WHERE id = ?",
            "DELETE FROM endpoints WHERE seq > ? AND seq < ?",
            "SELECT key, value FROM tags WHERE user = ? ORDER BY key",
            "SELECT key, value FROM tags WHERE app_instance = ? AND user IS NULL ORDER BY key",
            "DELETE FROM client_request_tokens WHERE operation = 'CreateAppInstanceUser' AND scope = ?",
        ]

        for query in queries {
            let values = Array(repeating: "x", count: query.count { $0 == "?" })
            let plan = try store.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN \(query)", arguments: StatementArguments(values)
                ).map { $0["detail"] as String }
            }
            #expect(
                plan.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(query): \(plan)")
        }
    }
}
