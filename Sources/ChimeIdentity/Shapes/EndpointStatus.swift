/// Whether an endpoint can receive messages.
///
/// An open enumeration: a value that a later version of the service adds is kept as it is.
public struct EndpointStatus: RawRepresentable, Hashable, Sendable, Codable {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps any value of the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The endpoint can receive messages.
    public static let active = EndpointStatus(rawValue: "ACTIVE")
    /// The endpoint cannot receive messages; `StatusReason` says why.
    public static let inactive = EndpointStatus(rawValue: "INACTIVE")

    /// The values of the service model.
    public static let known: [EndpointStatus] = [.active, .inactive]
}
