import ChimeIdentity
import Foundation
import GRDB

/// Tags on AppInstances and AppInstanceUsers: put, remove, list.
extension HandlerContext {
    /// The most tags of a resource. Source: AWS General Reference, tag quotas.
    static let tagLimit = 50

    /// What tags sit on: an AppInstance, or a user of one.
    struct Taggable {
        let instance: Int64
        let user: Int64?

        /// The condition that finds its tags: each has an index of its own, which SQLite takes only where it sees
        /// that the user cannot be, or is, NULL.
        var condition: String { user == nil ? "app_instance = ? AND user IS NULL" : "user = ?" }
        /// The values of the condition.
        var arguments: [(any DatabaseValueConvertible)?] { [user ?? instance] }
    }

    @Sendable func tagResource(_ input: TagResourceRequest) async throws -> NoOutput {
        try checkTags(input.tags)
        try await write { db in
            let resource = try taggable(input.resourceARN, in: db)
            try put(input.tags, on: resource, in: db)
        }
        return NoOutput()
    }

    @Sendable func untagResource(_ input: UntagResourceRequest) async throws -> NoOutput {
        guard Self.areDistinct(input.tagKeys) else {
            throw ServiceFault(.badRequest, "TagKeys names a key twice.")
        }
        try await write { db in
            let resource = try taggable(input.resourceARN, in: db)
            for key in input.tagKeys {
                try db.cachedStatement(
                    sql: "DELETE FROM tags WHERE \(resource.condition) AND key = ?"
                ).execute(arguments: StatementArguments(resource.arguments + [key]))
            }
        }
        return NoOutput()
    }

    @Sendable func listTagsForResource(_ input: ListTagsForResourceRequest) async throws
        -> ListTagsForResourceResponse
    {
        try read { db in
            let resource = try taggable(input.resourceARN, in: db)
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT key, value FROM tags WHERE \(resource.condition) ORDER BY key"),
                arguments: StatementArguments(resource.arguments))
            return ListTagsForResourceResponse(tags: rows.map { Tag(key: $0["key"], value: $0["value"]) })
        }
    }

    /// Checks what the shapes of the model do not say.
    ///
    /// - Throws: `ServiceFault`.
    func checkTags(_ tags: [Tag]) throws(ServiceFault) {
        guard Self.areDistinct(tags.map(\.key)) else {
            throw ServiceFault(.badRequest, "Tags names a key twice.")
        }
        guard !tags.contains(where: { $0.key.lowercased().utf8.starts(with: "aws:".utf8) }) else {
            throw ServiceFault(.badRequest, "Tag keys that start with aws: are reserved.")
        }
    }

    /// Whether no key is there twice. Byte by byte, as the database compares them: two that look the same because one
    /// has its accents apart are two for the service.
    private static func areDistinct(_ keys: [String]) -> Bool {
        Set(keys.map { Array($0.utf8) }).count == keys.count
    }

    /// The rows behind an ARN.
    func taggable(_ arn: String, in db: Database) throws -> Taggable {
        guard let parsed = own(arn) else {
            throw ServiceFault(.forbidden, "The resource does not exist or you may not use it.")
        }
        let instance = try appInstanceRow(parsed.appInstance, in: db)
        return Taggable(instance: instance, user: parsed.userId == nil ? nil : try userRow(arn, in: db))
    }

    /// Puts tags on a resource; a key that is there gets the new value.
    func put(_ tags: [Tag], on resource: Taggable, in db: Database) throws {
        for tag in tags {
            let update = try db.cachedStatement(
                sql: "UPDATE tags SET value = ? WHERE \(resource.condition) AND key = ?")
            try update.execute(
                arguments: StatementArguments([tag.value] + resource.arguments + [tag.key]))
            if db.changesCount == 0 {
                try db.cachedStatement(
                    sql: "INSERT INTO tags (app_instance, user, key, value) VALUES (?, ?, ?, ?)"
                ).execute(arguments: [resource.instance, resource.user, tag.key, tag.value])
            }
        }
        let count = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM tags WHERE \(resource.condition)"),
            arguments: StatementArguments(resource.arguments))
        guard count ?? 0 <= Self.tagLimit else {
            throw ServiceFault(.resourceLimitExceeded, "A resource can have \(Self.tagLimit) tags.")
        }
    }
}
