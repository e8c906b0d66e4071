import ChimeIdentity
import Foundation
import GRDB

/// AppInstanceUserEndpoints: register, describe, update, deregister, list.
extension HandlerContext {
    /// The most endpoints of a user. Source: Amazon Chime SDK quotas.
    static let endpointLimit = 10

    @Sendable func registerEndpoint(_ input: RegisterAppInstanceUserEndpointRequest) async throws
        -> RegisterAppInstanceUserEndpointResponse
    {
        let record = try IdempotencyRecord(
            operation: "RegisterAppInstanceUserEndpoint", scope: input.appInstanceUserArn,
            token: input.clientRequestToken, input: input)
        let id = UUID().uuidString.lowercased()
        let endpointId = try await write { db in
            let user = try userRow(input.appInstanceUserArn, in: db)
            return try record.replay(in: db, at: timestamp) {
                let rows = DeviceRows(user: user)
                let tokens = try String.fetchAll(
                    db.cachedStatement(sql: "SELECT device_token FROM endpoints WHERE seq > ? AND seq < ?"),
                    arguments: [rows.before, rows.end])
                let token = input.endpointAttributes.deviceToken
                // Tokens that people would read alike are not the same.
                guard !tokens.contains(where: { $0.utf8.elementsEqual(token.utf8) }) else {
                    throw ServiceFault(
                        .conflict, "An endpoint with this DeviceToken is registered for the AppInstanceUser.")
                }
                guard tokens.count < Self.endpointLimit else {
                    throw ServiceFault(
                        .resourceLimitExceeded,
                        "An AppInstanceUser can have \(Self.endpointLimit) endpoints.")
                }
                try insertEndpoint(id: id, user: user, input, at: timestamp, in: db)
                return id
            }
        }
        return RegisterAppInstanceUserEndpointResponse(
            appInstanceUserArn: input.appInstanceUserArn, endpointId: endpointId)
    }

    @Sendable func describeEndpoint(_ input: DescribeAppInstanceUserEndpointRequest) async throws
        -> DescribeAppInstanceUserEndpointResponse
    {
        try read { db in
            let devices = DeviceRows(user: try userRow(input.appInstanceUserArn, in: db))
            // Few devices lie side by side: the index of ids is another page of the disk.
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: "SELECT * FROM endpoints WHERE seq > ? AND seq < ? AND +id = ?"),
                arguments: [devices.before, devices.end, input.endpointId])
            // A row is good for as long as its cursor.
            return try withExtendedLifetime(rows) {
                guard let row = try rows.next() else { throw Self.noEndpoint }
                return DescribeAppInstanceUserEndpointResponse(
                    appInstanceUserEndpoint: Self.endpoint(row, of: input.appInstanceUserArn))
            }
        }
    }

    private static func endpoint(_ row: Row, of userArn: String) -> AppInstanceUserEndpoint {
        AppInstanceUserEndpoint(
            appInstanceUserArn: userArn, endpointId: row["id"], name: row["name"],
            type: EndpointType(rawValue: row["type"]), resourceArn: row["resource_arn"],
            endpointAttributes: EndpointAttributes(
                deviceToken: row["device_token"], voipDeviceToken: row["voip_device_token"]),
            createdTimestamp: Timestamp(seconds: row["created"]),
            lastUpdatedTimestamp: Timestamp(seconds: row["updated"]),
            allowMessages: AllowMessages(rawValue: row["allow_messages"]),
            endpointState: state(status: row["status"], reason: row["status_reason"]))
    }

    /// Changes what the request names and keeps the rest. A request that names nothing changes nothing but is
    /// no error: the model requires neither member.
    @Sendable func updateEndpoint(_ input: UpdateAppInstanceUserEndpointRequest) async throws
        -> UpdateAppInstanceUserEndpointResponse
    {
        try await write { db in
            let row = try endpointRow(input.endpointId, of: input.appInstanceUserArn, in: db)
            guard input.name != nil || input.allowMessages != nil else { return }
            try db.cachedStatement(
                sql: """
                    UPDATE endpoints SET name = coalesce(?, name), allow_messages = coalesce(?, allow_messages),
                    updated = ? WHERE seq = ?
                    """
            ).execute(arguments: [input.name, input.allowMessages?.rawValue, timestamp, row])
        }
        return UpdateAppInstanceUserEndpointResponse(
            appInstanceUserArn: input.appInstanceUserArn, endpointId: input.endpointId)
    }

    @Sendable func deregisterEndpoint(_ input: DeregisterAppInstanceUserEndpointRequest) async throws
        -> NoOutput
    {
        try await write { db in
            let row = try endpointRow(input.endpointId, of: input.appInstanceUserArn, in: db)
            try db.cachedStatement(sql: "DELETE FROM endpoints WHERE seq = ?").execute(arguments: [row])
        }
        return NoOutput()
    }

    @Sendable func listEndpoints(_ input: ListAppInstanceUserEndpointsRequest) async throws
        -> ListAppInstanceUserEndpointsResponse
    {
        let token = PageToken(
            key: store.pagingKey, list: "ListAppInstanceUserEndpoints \(input.appInstanceUserArn)")
        let start = try token.open(input.nextToken)
        return try read { db in
            let rows = DeviceRows(user: try userRow(input.appInstanceUserArn, in: db))
            let statement = try db.cachedStatement(
                sql: """
                    SELECT seq, id, name, type, allow_messages, status, status_reason FROM endpoints
                    WHERE seq > ? AND seq < ? ORDER BY seq LIMIT ?
                    """)
            let page = try Page(
                token, size: pageSize(input.maxResults), of: statement, [max(start, rows.before), rows.end]
            ) { row in
                AppInstanceUserEndpointSummary(
                    appInstanceUserArn: input.appInstanceUserArn, endpointId: row[1], name: row[2],
                    type: EndpointType(rawValue: row[3]), allowMessages: AllowMessages(rawValue: row[4]),
                    endpointState: Self.state(status: row[5], reason: row[6]))
            }
            return ListAppInstanceUserEndpointsResponse(
                appInstanceUserEndpoints: page.items, nextToken: page.nextToken)
        }
    }

    /// Keeps an endpoint. It is INACTIVE where its token or ARN cannot be right.
    func insertEndpoint(
        id: String, user: Int64, _ input: RegisterAppInstanceUserEndpointRequest, at timestamp: Double,
        in db: Database
    ) throws {
        let reason = EndpointFaultFinder.faults(
            type: input.type, resourceArn: input.resourceArn, attributes: input.endpointAttributes,
            userArn: input.appInstanceUserArn
        ).first?.statusReason
        let status: EndpointStatus = reason == nil ? .active : .inactive
        let number = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    UPDATE users SET endpoints_made = endpoints_made + 1 WHERE seq = ? RETURNING endpoints_made
                    """), arguments: [user])
        guard let number else { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY) }
        try db.cachedStatement(
            sql: """
                INSERT INTO endpoints
                (id, seq, name, type, resource_arn, device_token, voip_device_token, allow_messages, status,
                status_reason, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, DeviceRows(user: user).row(number), input.name, input.type.rawValue, input.resourceArn,
            input.endpointAttributes.deviceToken, input.endpointAttributes.voipDeviceToken,
            (input.allowMessages ?? .all).rawValue, status.rawValue, reason?.rawValue, timestamp, timestamp,
        ])
    }

    private func endpointRow(_ endpointId: String, of userArn: String, in db: Database) throws -> Int64 {
        let rows = DeviceRows(user: try userRow(userArn, in: db))
        let row = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT seq FROM endpoints WHERE seq > ? AND seq < ? AND +id = ?"),
            arguments: [rows.before, rows.end, endpointId])
        guard let row else { throw Self.noEndpoint }
        return row
    }

    private static let noEndpoint = ServiceFault(
        .forbidden, "The endpoint does not exist or you may not use it.")

    private static func state(status: String, reason: String?) -> EndpointState {
        EndpointState(
            status: EndpointStatus(rawValue: status),
            statusReason: reason.map(EndpointStatusReason.init(rawValue:)))
    }
}
