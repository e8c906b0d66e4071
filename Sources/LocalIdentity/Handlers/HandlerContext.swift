import ChimeIdentity
import Foundation
import GRDB

/// What all handlers work with.
struct HandlerContext: Sendable {
    let store: Store
    let region: String
    let account: String
    let quotas: Quotas
    let now: @Sendable () -> Date

    /// The page size where the request names none.
    static let standardPageSize = 50

    /// The moment as the database keeps it, in seconds since 1970.
    var timestamp: Double { now().timeIntervalSince1970 }

    /// Reads, all of it from one state of the database.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try store.read(body)
    }

    /// Writes, and returns when it is on the disk.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value
    {
        try await store.writes.write(body)
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
            let row = try appInstanceRow(id: parsed.appInstanceId, in: db)
        else {
            throw ServiceFault(.forbidden, "The AppInstance does not exist or you may not use it.")
        }
        return row
    }

    /// The row of an AppInstance; nil where there is none.
    func appInstanceRow(id: String, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT seq FROM app_instances WHERE id = ?"), arguments: [id])
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

    /// The most items on a page.
    ///
    /// - Parameter wanted: What the request says; nil where it says nothing.
    func pageSize(_ wanted: Int?) -> Int { wanted ?? Self.standardPageSize }
}

extension Timestamp {
    /// A moment as the database keeps it.
    init(seconds: Double) {
        self.init(Date(timeIntervalSince1970: seconds))
    }
}
