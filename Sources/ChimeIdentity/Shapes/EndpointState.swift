/// Whether an endpoint can receive messages, and why not.
public struct EndpointState: Codable, Sendable, Equatable {
    /// ACTIVE or INACTIVE.
    public var status: EndpointStatus
    /// Why the endpoint is INACTIVE; absent when it is ACTIVE.
    public var statusReason: EndpointStatusReason?

    enum CodingKeys: String, CodingKey {
        case status = "Status"
        case statusReason = "StatusReason"
    }

    /// Creates the value from its members.
    public init(status: EndpointStatus, statusReason: EndpointStatusReason? = nil) {
        self.status = status
        self.statusReason = statusReason
    }
}
