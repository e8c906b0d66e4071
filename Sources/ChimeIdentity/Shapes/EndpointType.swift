/// The push service behind an endpoint (`AppInstanceUserEndpointType`).
///
/// An open enumeration: a value that a later version of the service adds is kept as it is.
public struct EndpointType: RawRepresentable, Hashable, Sendable, Codable {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps any value of the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Apple Push Notification service.
    public static let apns = EndpointType(rawValue: "APNS")
    /// The sandbox environment of Apple Push Notification service, for development builds.
    public static let apnsSandbox = EndpointType(rawValue: "APNS_SANDBOX")
    /// Firebase Cloud Messaging, for Android devices.
    public static let gcm = EndpointType(rawValue: "GCM")

    /// The values of the service model.
    public static let known: [EndpointType] = [.apns, .apnsSandbox, .gcm]
}
