import ChimeIdentity
import Foundation
import GRDB

/// Fills a store with as many users as somebody wants to measure or to show: three devices each on average, one tag.
///
/// The same every time. What was begun and interrupted goes on where it stopped.
public struct GeneratedData: Sendable {
    /// The most users that can be made: as many as the most AppInstances of an account can hold.
    public static let userLimit = HandlerContext.appInstanceLimit * GeneratedUser.countPerAppInstance

    /// How many users are written together.
    private static let step = 5000
    /// Where the store keeps how many users are there.
    private static let progressKey = "generated-users"

    /// When the first user was made, in seconds since 1970: the first day of 2026.
    private static let start = 1_767_225_600.0

    private let context: HandlerContext

    /// Data for a service of the given configuration.
    public init(
        store: Store, configuration: LocalService.Configuration = LocalService.Configuration()
    ) {
        context = HandlerContext(
            store: store, region: configuration.region, account: configuration.account,
            quotas: configuration.quotas, now: { Date() })
    }

    /// Makes users until there are as many as wanted. A store that holds anything else is left as it is.
    ///
    /// - Parameter onProgress: Called with how many users are there, from time to time.
    /// - Returns: Whether the users are in the store now; false where there is something else instead.
    /// - Throws: `Store.Unusable`.
    @discardableResult
    public func fill(users wanted: Int, onProgress: (Int) -> Void) async throws(Store.Unusable) -> Bool {
        do {
            guard var count = try context.read(Self.usersMade) else { return false }
            while count < wanted {
                let users = count..<min(wanted, count + Self.step)
                try await context.write { db in try make(users, in: db) }
                count = users.upperBound
                onProgress(count)
            }
            return true
        } catch {
            throw Store.Unusable(
                description: "The generated data cannot be written (\(Store.reason(error))); "
                    + "check the space on the disk.")
        }
    }

    /// How many users an earlier run has made; nil where the store holds something else.
    private static func usersMade(in db: Database) throws -> Int? {
        if let made = try Int.fetchOne(
            db, sql: "SELECT value FROM settings WHERE key = ?", arguments: [progressKey])
        {
            return made
        }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM app_instances") == 0 ? 0 : nil
    }

    /// The AppInstance of a user; made where there is none, be it that somebody has deleted it.
    private func appInstance(of user: GeneratedUser, in db: Database) throws -> Int64 {
        if let row = try context.appInstanceRow(id: user.appInstanceId, in: db) { return row }
        try context.insertAppInstance(
            id: user.appInstanceId, name: user.appInstanceName, metadata: nil, at: Self.start, in: db)
        return db.lastInsertedRowID
    }

    private func make(_ users: Range<Int>, in db: Database) throws {
        for number in users {
            let user = GeneratedUser(number)
            let instance = try appInstance(of: user, in: db)
            let created = Self.start + Double(user.day) * 86400
            try context.insertUser(
                instance: instance, id: user.id, name: user.name, metadata: nil, expiration: nil, at: created,
                in: db)
            let row = db.lastInsertedRowID
            let registrations = user.registrations(
                arn: context.userArn(user.appInstanceId, user.id), context: context)
            for (id, registration) in zip(user.endpointIds, registrations) {
                try context.insertEndpoint(id: id, user: row, registration, at: created + 3600, in: db)
            }
            try context.put(
                user.tags, on: HandlerContext.Taggable(instance: instance, user: row), in: db)
        }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)")
            .execute(arguments: [Self.progressKey, users.upperBound])
    }
}
