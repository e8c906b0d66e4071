import ChimeIdentity
import Foundation
import GRDB

/// AppInstanceUsers: create, describe, update, delete, list.
extension HandlerContext {
    @Sendable func createAppInstanceUser(_ input: CreateAppInstanceUserRequest) async throws
        -> CreateAppInstanceUserResponse
    {
        let record = try IdempotencyRecord(
            operation: "CreateAppInstanceUser", scope: input.appInstanceArn, token: input.clientRequestToken,
            input: input)
        try checkTags(input.tags ?? [])
        let arn = try await write { db in
            let instance = try appInstanceRow(input.appInstanceArn, in: db)
            return try record.replay(in: db, at: timestamp) {
                let isTaken = try Bool.fetchOne(
                    db.cachedStatement(sql: "SELECT 1 FROM users WHERE app_instance = ? AND id = ?"),
                    arguments: [instance, input.appInstanceUserId])
                guard isTaken == nil else {
                    throw ServiceFault(.conflict, "An AppInstanceUser with this AppInstanceUserId exists.")
                }
                try checkUserCount(of: instance, in: db)
                try insertUser(
                    instance: instance, id: input.appInstanceUserId, name: input.name,
                    metadata: input.metadata, expiration: input.expirationSettings, at: timestamp, in: db)
                let arn = "\(input.appInstanceArn)/user/\(input.appInstanceUserId)"
                try put(input.tags ?? [], on: try taggable(arn, in: db), in: db)
                return arn
            }
        }
        return CreateAppInstanceUserResponse(appInstanceUserArn: arn)
    }

    @Sendable func describeAppInstanceUser(_ input: DescribeAppInstanceUserRequest) async throws
        -> DescribeAppInstanceUserResponse
    {
        try read { db in
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM users WHERE seq = ?"),
                arguments: [try userRow(input.appInstanceUserArn, in: db)])
            guard let row else { throw ServiceFault(.serviceFailure, "The AppInstanceUser has gone.") }
            let days: Int? = row["expiration_days"]
            return DescribeAppInstanceUserResponse(
                appInstanceUser: AppInstanceUser(
                    appInstanceUserArn: input.appInstanceUserArn, name: row["name"],
                    metadata: row["metadata"],
                    createdTimestamp: Timestamp(seconds: row["created"]),
                    lastUpdatedTimestamp: Timestamp(seconds: row["updated"]),
                    expirationSettings: days.map {
                        ExpirationSettings(
                            expirationDays: $0, expirationCriterion: row["expiration_criterion"])
                    }))
        }
    }

    @Sendable func updateAppInstanceUser(_ input: UpdateAppInstanceUserRequest) async throws
        -> UpdateAppInstanceUserResponse
    {
        try await write { db in
            let row = try userRow(input.appInstanceUserArn, in: db)
            try db.cachedStatement(
                sql: "UPDATE users SET name = ?, metadata = ?, updated = ? WHERE seq = ?"
            ).execute(arguments: [input.name, input.metadata, timestamp, row])
        }
        return UpdateAppInstanceUserResponse(appInstanceUserArn: input.appInstanceUserArn)
    }

    /// Deletes the user with its endpoints and tags.
    @Sendable func deleteAppInstanceUser(_ input: DeleteAppInstanceUserRequest) async throws -> NoOutput {
        try await write { db in
            let row = try userRow(input.appInstanceUserArn, in: db)
            try db.cachedStatement(sql: "DELETE FROM users WHERE seq = ?").execute(arguments: [row])
            // One who gets the same id later is somebody else, whose requests repeat none of these.
            try db.cachedStatement(
                sql: """
                    DELETE FROM client_request_tokens
                    WHERE operation = 'RegisterAppInstanceUserEndpoint' AND scope = ?
                    """
            ).execute(arguments: [input.appInstanceUserArn])
        }
        return NoOutput()
    }

    @Sendable func listAppInstanceUsers(_ input: ListAppInstanceUsersRequest) async throws
        -> ListAppInstanceUsersResponse
    {
        let token = PageToken(
            key: store.pagingKey, list: "ListAppInstanceUsers \(input.appInstanceArn)")
        let start = try token.open(input.nextToken)
        return try read { db in
            let instance = try appInstanceRow(input.appInstanceArn, in: db)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT seq, id, name, metadata FROM users
                    WHERE app_instance = ? AND seq > ? ORDER BY seq LIMIT ?
                    """)
            let page = try Page(token, size: pageSize(input.maxResults), of: statement, [instance, start]) {
                row in
                let id: String = row[1]
                return AppInstanceUserSummary(
                    appInstanceUserArn: "\(input.appInstanceArn)/user/\(id)", name: row[2], metadata: row[3])
            }
            return ListAppInstanceUsersResponse(
                appInstanceArn: input.appInstanceArn, appInstanceUsers: page.items, nextToken: page.nextToken)
        }
    }

    /// Checks that there is room for one user more, where that is limited.
    ///
    /// - Throws: `ServiceFault`.
    private func checkUserCount(of instance: Int64, in db: Database) throws {
        guard let limit = quotas.usersPerAppInstance else { return }
        let count = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT user_count FROM app_instances WHERE seq = ?"),
            arguments: [instance])
        guard count ?? 0 < limit else {
            throw ServiceFault(.resourceLimitExceeded, "An AppInstance can have \(limit) AppInstanceUsers.")
        }
    }

    func insertUser(
        instance: Int64, id: String, name: String, metadata: String?, expiration: ExpirationSettings?,
        at timestamp: Double, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO users
                (app_instance, id, name, metadata, expiration_days, expiration_criterion, created, updated)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            instance, id, name, metadata, expiration?.expirationDays, expiration?.expirationCriterion,
            timestamp, timestamp,
        ])
    }
}
