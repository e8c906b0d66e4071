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

    /// What a new registration of the device must have for the fault to be gone.
    public enum Cure: Sendable, Hashable {
        /// The ARN of the right push application.
        case rightArn
        /// The type that the token belongs to.
        case rightType
        /// A token as the device's system gives it to the app.
        case newToken
    }

    /// The member that is faulty.
    public let field: Field
    /// Which part of the member, such as `region`; nil for the whole.
    public let segment: String?
    /// What is wrong, in one sentence. Holds no token.
    public let problem: String
    /// What a new registration must have.
    public let cure: Cure

    /// A fault. Unless given, the cure is a right ARN for the ResourceArn and a new token for a token.
    public init(field: Field, segment: String? = nil, problem: String, cure: Cure? = nil) {
        self.field = field
        self.segment = segment
        self.problem = problem
        self.cure = cure ?? (field == .resourceArn ? .rightArn : .newToken)
    }

    /// The reason that the service gives for an endpoint with this fault.
    public var statusReason: EndpointStatusReason {
        field == .resourceArn ? .invalidPinpointArn : .invalidDeviceToken
    }
}
