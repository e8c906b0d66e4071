/// Something in an endpoint's details that cannot be right.
public struct EndpointFault: Sendable, Hashable {
    /// The member of the endpoint that is faulty.
    public enum Field: String, Sendable, Hashable {
        /// The ARN of the push application.
        case resourceArn = "ResourceArn"
        /// The device token.
        case deviceToken = "DeviceToken"
        /// The VoIP device token.
        case voipDeviceToken = "VoipDeviceToken"
    }

    /// The member that is faulty.
    public let field: Field
    /// Which part of the member, such as `region`; nil for the whole.
    public let segment: String?
    /// What is wrong, in one sentence. Holds no token.
    public let problem: String

    /// A fault.
    public init(field: Field, segment: String? = nil, problem: String) {
        self.field = field
        self.segment = segment
        self.problem = problem
    }

    /// The reason that the service gives for an endpoint with this fault.
    public var statusReason: EndpointStatusReason {
        field == .resourceArn ? .invalidPinpointArn : .invalidDeviceToken
    }
}
