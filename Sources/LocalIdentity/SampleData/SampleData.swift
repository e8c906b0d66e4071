import ChimeIdentity
import Foundation
import GRDB

/// Fills a store with an AppInstance, sixty users and their devices, to try things out with.
public struct SampleData: Sendable {
    /// The id of the AppInstance.
    static let appInstanceId = "5a3c7b1e-6f2d-4e8a-9b0c-1d2e3f405162"
    /// The name of the AppInstance.
    static let appInstanceName = "Prod Chat"

    private let context: HandlerContext

    /// Sample data for a service of the given configuration.
    public init(
        store: Store, configuration: LocalService.Configuration = LocalService.Configuration(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        context = HandlerContext(
            store: store, region: configuration.region, account: configuration.account,
            quotas: configuration.quotas, now: now)
    }

    /// Fills the store, unless it holds anything. All or nothing.
    ///
    /// - Returns: Whether the sample is in the store now; false where there is something else instead.
    /// - Throws: `Store.Unusable`.
    @discardableResult
    public func fillIfEmpty() async throws(Store.Unusable) -> Bool {
        do {
            return try await context.write { db in
                let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM app_instances")
                if count == 0 { try fill(db) }
                return try context.appInstanceRow(id: Self.appInstanceId, in: db) != nil
            }
        } catch {
            throw Store.Unusable(
                description: "The sample data cannot be written (\(Store.reason(error))); "
                    + "check the space on the disk.")
        }
    }

    private func fill(_ db: Database) throws {
        // Spread over the year before, so that times differ from device to device.
        let start = context.timestamp - 365 * 86400
        try context.insertAppInstance(
            id: Self.appInstanceId, name: Self.appInstanceName, metadata: nil, at: start, in: db)
        let instanceArn = context.appInstanceArn(Self.appInstanceId)
        let instance = try context.appInstanceRow(instanceArn, in: db)
        try context.put(
            [Tag(key: "environment", value: "production")], on: try context.taggable(instanceArn, in: db),
            in: db)
        for (index, person) in SamplePeople.all.enumerated() {
            let created = start + Double(index) * 3 * 86400
            try context.insertUser(
                instance: instance, id: person.id, name: person.name, metadata: nil, expiration: nil,
                at: created, in: db)
            let arn = context.userArn(Self.appInstanceId, person.id)
            let user = try context.userRow(arn, in: db)
            let devices = SampleDevices(
                personId: person.id, userArn: arn, account: context.account, region: context.region)
            for (number, registration) in devices.registrations.enumerated() {
                // The id is made from the time, so that it is the same in every sample.
                try context.insertEndpoint(
                    id: Self.endpointId(person: index, device: number), user: user, registration,
                    at: created + Double(number) * 5 * 86400 + 3600, in: db)
            }
            try context.put(devices.tags, on: try context.taggable(arn, in: db), in: db)
        }
    }

    /// An id of the form of a UUID.
    private static func endpointId(person: Int, device: Int) -> String {
        let tail = String(person * 16 + device, radix: 16)
        return "4b1c0000-0000-4000-8000-" + String(repeating: "0", count: 12 - tail.count) + tail
    }
}
