import Foundation
import GRDB
import Testing

@testable import LocalIdentity

@Suite("Generated data")
struct GeneratedDataTests {
    private func rows(_ store: Store) throws -> [Row] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT users.id, users.name, users.created, endpoints.id, endpoints.created, device_token, type, allow_messages, status, tags.value
                    FROM users LEFT JOIN endpoints ON endpoints.seq >> 32 = users.seq LEFT JOIN tags ON tags.user = users.seq
                    ORDER BY users.seq, endpoints.seq
                    """)
        }
    }

    @Test("is the same whether it is made at once or in steps")
    func resumed() async throws {
        let (whole, parts) = (try Store(.memory), try Store(.memory))

        try await GeneratedData(store: whole).fill(users: 40) { _ in }
        for count in [3, 3, 1, 25, 40] {
            try await GeneratedData(store: parts).fill(users: count) { _ in }
        }

        #expect(try rows(whole) == rows(parts))
        // Three devices on average; a user without any has one row too.
        #expect(try rows(whole).count == 40 * 3 + 40 / 8)
    }

    @Test("is what its users say of themselves")
    func users() async throws {
        let store = try Store(.memory)
        try await GeneratedData(store: store).fill(users: 16) { _ in }

        let made = try store.read { db in
            try String.fetchAll(db, sql: "SELECT id FROM endpoints ORDER BY seq")
        }

        #expect(made == (0..<16).flatMap { GeneratedUser($0).endpointIds })
    }

    @Test("goes on where somebody has deleted an AppInstance of it")
    func deletedAppInstance() async throws {
        let store = try Store(.memory)
        try await GeneratedData(store: store).fill(users: 3) { _ in }
        try await store.writes.write { try $0.execute(sql: "DELETE FROM app_instances") }

        try await GeneratedData(store: store).fill(users: 5) { _ in }

        let ids = try store.read { try String.fetchAll($0, sql: "SELECT id FROM users ORDER BY seq") }
        #expect(ids == [3, 4].map { GeneratedUser($0).id })
    }

    @Test("leaves a store alone that holds something else")
    func otherData() async throws {
        let store = try Store(.memory)
        try await SampleData(store: store).fillIfEmpty()
        let before = try rows(store)

        try await GeneratedData(store: store).fill(users: 10) { _ in }

        #expect(try rows(store) == before)
    }
}
