import ChimeIdentity
import Foundation
import GRDB

/// AppInstances: create, describe, update, delete, list.
extension HandlerContext {
    /// The most AppInstances of an account. Source: Amazon Chime SDK quotas.
    static let appInstanceLimit = 100

    @Sendable func createAppInstance(_ input: CreateAppInstanceRequest) async throws
        -> CreateAppInstanceResponse
    {
        let record = try IdempotencyRecord(
            operation: "CreateAppInstance", scope: account, token: input.clientRequestToken, input: input)
        let id = UUID().uuidString.lowercased()
        try checkTags(input.tags ?? [])
        let arn = try await write { db in
            try record.replay(in: db, at: timestamp) {
                let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM app_instances") ?? 0
                guard count < Self.appInstanceLimit else {
                    throw ServiceFault(
                        .resourceLimitExceeded, "An account can have \(Self.appInstanceLimit) AppInstances.")
                }
                try insertAppInstance(
                    id: id, name: input.name, metadata: input.metadata, at: timestamp, in: db)
                let arn = appInstanceArn(id)
                try put(input.tags ?? [], on: try taggable(arn, in: db), in: db)
                return arn
            }
        }
        return CreateAppInstanceResponse(appInstanceArn: arn)
    }

    @Sendable func describeAppInstance(_ input: DescribeAppInstanceRequest) async throws
        -> DescribeAppInstanceResponse
    {
        try read { db in
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM app_instances WHERE seq = ?"),
                arguments: [try appInstanceRow(input.appInstanceArn, in: db)])
            guard let row else { throw ServiceFault(.serviceFailure, "The AppInstance has gone.") }
            return DescribeAppInstanceResponse(
                appInstance: AppInstance(
                    appInstanceArn: appInstanceArn(row["id"]), name: row["name"], metadata: row["metadata"],
                    createdTimestamp: Timestamp(seconds: row["created"]),
                    lastUpdatedTimestamp: Timestamp(seconds: row["updated"])))
        }
    }

    @Sendable func updateAppInstance(_ input: UpdateAppInstanceRequest) async throws
        -> UpdateAppInstanceResponse
    {
        try await write { db in
            let row = try appInstanceRow(input.appInstanceArn, in: db)
            try db.cachedStatement(
                sql: "UPDATE app_instances SET name = ?, metadata = ?, updated = ? WHERE seq = ?"
            ).execute(arguments: [input.name, input.metadata, timestamp, row])
        }
        return UpdateAppInstanceResponse(appInstanceArn: input.appInstanceArn)
    }

    /// Deletes the AppInstance with everything in it, as the service does in the background.
    @Sendable func deleteAppInstance(_ input: DeleteAppInstanceRequest) async throws -> NoOutput {
        try await write { db in
            let row = try appInstanceRow(input.appInstanceArn, in: db)
            try db.cachedStatement(sql: "DELETE FROM app_instances WHERE seq = ?").execute(arguments: [row])
            // Nobody can ask for it or its users again: ids are never given twice.
            try db.cachedStatement(
                sql: """
                    DELETE FROM client_request_tokens WHERE operation = 'CreateAppInstanceUser' AND scope = ?
                    """
            ).execute(arguments: [input.appInstanceArn])
            try db.cachedStatement(
                sql: """
                    DELETE FROM client_request_tokens WHERE operation = 'RegisterAppInstanceUserEndpoint'
                    AND scope > ? || '/user/' AND scope < ? || '/user0'
                    """
            ).execute(arguments: [input.appInstanceArn, input.appInstanceArn])
        }
        return NoOutput()
    }

    @Sendable func listAppInstances(_ input: ListAppInstancesRequest) async throws
        -> ListAppInstancesResponse
    {
        let token = PageToken(key: store.pagingKey, list: "ListAppInstances")
        let start = try token.open(input.nextToken)
        return try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT seq, id, name, metadata FROM app_instances WHERE seq > ? ORDER BY seq LIMIT ?")
            let page = try Page(token, size: pageSize(input.maxResults), of: statement, [start]) { row in
                AppInstanceSummary(appInstanceArn: appInstanceArn(row[1]), name: row[2], metadata: row[3])
            }
            return ListAppInstancesResponse(appInstances: page.items, nextToken: page.nextToken)
        }
    }

    func insertAppInstance(
        id: String, name: String, metadata: String?, at timestamp: Double, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: "INSERT INTO app_instances (id, name, metadata, created, updated) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [id, name, metadata, timestamp, timestamp])
    }
}
