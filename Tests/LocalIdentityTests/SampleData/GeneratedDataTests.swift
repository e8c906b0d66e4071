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
                    SELECT users.id, users.name, endpoints.id, device_token, type, allow_messages, status, tags.value
                    FROM users LEFT JOIN endpoints ON endpoints.user = users.seq LEFT JOIN tags ON tags.user = users.seq
                    ORDER BY users.seq, endpoints.seq
                    """)
        }
    }

    @Test("is the same whether it is made at once or in steps")
    func resumed() async throws {
        let moment = Date(timeIntervalSince1970: 1_800_000_000)
        let (whole, parts) = (try Store(.memory), try Store(.memory))

        try await GeneratedData(store: whole, now: { moment }).fill(users: 40) { _ in }
        for count in [3, 3, 1, 25, 40] {
            try await GeneratedData(store: parts, now: { moment }).fill(users: count) { _ in }
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

    @Test("leaves a store alone that holds something else")
    func otherData() async throws {
        let store = try Store(.memory)
        try await SampleData(store: store).fillIfEmpty()
        let before = try rows(store)

        try await GeneratedData(store: store).fill(users: 10) { _ in }

        #expect(try rows(store) == before)
    }
}
