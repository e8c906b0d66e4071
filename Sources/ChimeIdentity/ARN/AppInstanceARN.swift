/// Reads and writes the ARNs of AppInstances and their users:
/// `arn:…:chime:…:app-instance/ID` and `arn:…:chime:…:app-instance/ID/user/ID`.
public struct AppInstanceARN: Sendable, Hashable, CustomStringConvertible {
    /// The parts of the ARN.
    public let parts: ARN
    /// The AppInstance's id.
    public let appInstanceId: String
    /// The user's id; nil where the ARN names an AppInstance.
    public let userId: String?

    /// Reads the ARN of an AppInstance or of one of its users; nil for anything else.
    public init?(_ text: String) {
        guard let arn = ARN(text), arn.service == "chime", let ids = Self.ids(arn) else { return nil }
        parts = arn
        appInstanceId = ids.instance
        userId = ids.user
    }

    /// The ARN of the AppInstance, without a user.
    public var appInstance: String { with(resource: "app-instance/\(appInstanceId)") }

    /// The ARN of a user of the AppInstance.
    public func user(_ id: String) -> String { with(resource: "app-instance/\(appInstanceId)/user/\(id)") }

    /// The ARN as text.
    public var description: String { parts.description }

    private func with(resource: String) -> String {
        ARN(
            partition: parts.partition, service: parts.service, region: parts.region, account: parts.account,
            resource: resource
        ).description
    }

    private static func ids(_ arn: ARN) -> (instance: String, user: String?)? {
        let parts = arn.resource.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.count >= 2, parts[0] == "app-instance", !parts[1].isEmpty else { return nil }
        if parts.count == 2 { return (parts[1], nil) }
        guard parts.count == 4, parts[2] == "user", !parts[3].isEmpty else { return nil }
        return (parts[1], parts[3])
    }
}
