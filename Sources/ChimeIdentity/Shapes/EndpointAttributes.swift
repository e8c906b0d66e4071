/// The secrets by which a push service reaches a device.
public struct EndpointAttributes: Codable, Sendable, Equatable {
    /// The device token. A secret in practice: it never reaches a log.
    public var deviceToken: String
    /// The VoIP device token, for the APNS and APNS_SANDBOX types.
    public var voipDeviceToken: String?

    enum CodingKeys: String, CodingKey {
        case deviceToken = "DeviceToken"
        case voipDeviceToken = "VoipDeviceToken"
    }

    /// Creates the value from its members.
    public init(deviceToken: String, voipDeviceToken: String? = nil) {
        self.deviceToken = deviceToken
        self.voipDeviceToken = voipDeviceToken
    }
}
