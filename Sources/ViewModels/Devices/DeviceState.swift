import ChimeIdentity

/// What a person sees of a device in the list, to be compared with what the service has by the time of a write.
public struct DeviceState: Hashable, Sendable {
    /// The name; empty for none. Untrusted text.
    public let name: String
    /// Whether messages are allowed.
    public let allowMessages: AllowMessages
    /// ACTIVE, or INACTIVE with the reason.
    public let status: String

    /// The state as the list shows it.
    public init(_ summary: AppInstanceUserEndpointSummary) {
        name = summary.name ?? ""
        allowMessages = summary.allowMessages ?? .all
        status = summary.text(of: 1)
    }

    /// The state as the service has it.
    public init(_ endpoint: AppInstanceUserEndpoint) {
        self.init(AppInstanceUserEndpointSummary(endpoint))
    }

    /// The members that differ, as lines with both values. Holds untrusted text.
    func differences(to now: DeviceState) -> [String] {
        [
            ("Name", name, now.name), ("AllowMessages", allowMessages.rawValue, now.allowMessages.rawValue),
            ("Status", status, now.status),
        ].filter { $0.1 != $0.2 }.map { "\($0.0): shown \($0.1), on the service \($0.2)" }
    }
}
