import ChimeIdentity
import Crypto
import Foundation
import GRDB

/// Replays the first result of a ClientRequestToken. The same token with another input is a conflict.
struct IdempotencyRecord {
    private let operation: String
    private let scope: String
    private let token: String
    private let fingerprint: Data

    /// - Parameters:
    ///   - scope: What the token is unique within.
    ///   - input: The input; its token is left out of the comparison by being equal anyway.
    init(operation: String, scope: String, token: String?, input: some Encodable) throws {
        self.operation = operation
        self.scope = scope
        self.token = token ?? ""
        fingerprint = Data(SHA256.hash(data: try JSONValue(encoding: input).json()))
    }

    /// The first result, where there is one; otherwise makes it and keeps it, in the same transaction.
    func replay(in db: Database, at timestamp: Double, or make: () throws -> String) throws -> String {
        let known = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT fingerprint, result FROM client_request_tokens
                    WHERE operation = ? AND scope = ? AND token = ?
                    """), arguments: [operation, scope, token])
        if let known {
            guard known["fingerprint"] == fingerprint else {
                throw ServiceFault(
                    .conflict, "The ClientRequestToken was used before with another input; use a fresh one.")
            }
            return known["result"]
        }
        let result = try make()
        try db.cachedStatement(
            sql: """
                INSERT INTO client_request_tokens (operation, scope, token, fingerprint, result, created)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [operation, scope, token, fingerprint, result, timestamp])
        return result
    }
}
