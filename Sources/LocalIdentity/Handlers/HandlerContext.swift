import ChimeIdentity
import Foundation
import GRDB

/// What all handlers work with.
struct HandlerContext: Sendable {
    let store: Store
    let region: String
    let account: String
    let now: @Sendable () -> Date

    /// The page size where the request names none.
    static let standardPageSize = 50

    /// The moment as the database keeps it, in seconds since 1970.
    var timestamp: Double { now().timeIntervalSince1970 }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await store.database.read(body)
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value
    {
        try await store.database.write(body)
    }

    /// The ARN of an AppInstance.
    func appInstanceArn(_ id: String) -> String {
        "arn:aws:chime:\(region):\(account):app-instance/\(id)"
    }

    /// The ARN of a user.
    func userArn(_ appInstanceId: String, _ userId: String) -> String {
        "\(appInstanceArn(appInstanceId))/user/\(userId)"
    }

    /// An ARN of this service, region and account; nil for any other, which nobody can have access to here.
    func own(_ arn: String) -> AppInstanceARN? {
        guard let parsed = AppInstanceARN(arn), parsed.parts.partition == "aws",
            parsed.parts.region == region, parsed.parts.account == account
        else { return nil }
        return parsed
    }

    /// The row of an AppInstance.
    ///
    /// - Throws: `ServiceFault`: the service does not tell what is missing from what is forbidden.
    func appInstanceRow(_ arn: String, in db: Database) throws -> Int64 {
        guard let parsed = own(arn), parsed.userId == nil,
            let row = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT seq FROM app_instances WHERE id = ?"),
                arguments: [parsed.appInstanceId])
        else {
            throw ServiceFault(.forbidden, "The AppInstance does not exist or you may not use it.")
        }
        return row
    }

    /// The row of a user.
    ///
    /// - Throws: `ServiceFault`: the service does not tell what is missing from what is forbidden.
    func userRow(_ arn: String, in db: Database) throws -> Int64 {
        guard let parsed = own(arn), let userId = parsed.userId,
            let row = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT users.seq FROM users JOIN app_instances ON app_instances.seq = users.app_instance
                        WHERE app_instances.id = ? AND users.id = ?
                        """), arguments: [parsed.appInstanceId, userId])
        else {
            throw ServiceFault(.forbidden, "The AppInstanceUser does not exist or you may not use it.")
        }
        return row
    }

    /// The token for the page after one, where there is more: `rows` holds one more than the page.
    func nextToken(_ token: PageToken, rows: [Row], pageSize: Int) -> String? {
        rows.count > pageSize ? token.seal(after: rows[pageSize - 1]["seq"]) : nil
    }
}

extension Timestamp {
    /// A moment as the database keeps it.
    init(seconds: Double) {
        self.init(Date(timeIntervalSince1970: seconds))
    }
}
