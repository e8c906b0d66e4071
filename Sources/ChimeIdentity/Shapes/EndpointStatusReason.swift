/// Why an endpoint is INACTIVE.
///
/// An open enumeration: a value that a later version of the service adds is kept as it is.
public struct EndpointStatusReason: RawRepresentable, Hashable, Sendable, Codable {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps any value of the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The push provider does not accept the device token.
    public static let invalidDeviceToken = EndpointStatusReason(rawValue: "INVALID_DEVICE_TOKEN")
    /// The ARN given as `ResourceArn` is no application that can push to the device.
    public static let invalidPinpointArn = EndpointStatusReason(rawValue: "INVALID_PINPOINT_ARN")

    /// The values of the service model.
    public static let known: [EndpointStatusReason] = [.invalidDeviceToken, .invalidPinpointArn]
}
