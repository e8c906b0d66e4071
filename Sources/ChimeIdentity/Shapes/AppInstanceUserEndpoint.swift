/// The full details of an endpoint: a device that receives push notifications for a user.
public struct AppInstanceUserEndpoint: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String?
    /// The unique identifier of the endpoint.
    public var endpointId: String
    /// The name of the endpoint. Sensitive, untrusted text.
    public var name: String?
    /// The push service behind the endpoint.
    public var type: EndpointType?
    /// The ARN of the push application to which the endpoint belongs.
    public var resourceArn: String?
    /// The device tokens.
    public var endpointAttributes: EndpointAttributes?
    /// When it was created.
    public var createdTimestamp: Timestamp?
    /// When it was last updated.
    public var lastUpdatedTimestamp: Timestamp?
    /// Whether the endpoint is opted in to receive messages.
    public var allowMessages: AllowMessages?
    /// Whether the endpoint can receive messages, and why not. Read-only.
    public var endpointState: EndpointState?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case endpointId = "EndpointId"
        case name = "Name"
        case type = "Type"
        case resourceArn = "ResourceArn"
        case endpointAttributes = "EndpointAttributes"
        case createdTimestamp = "CreatedTimestamp"
        case lastUpdatedTimestamp = "LastUpdatedTimestamp"
        case allowMessages = "AllowMessages"
        case endpointState = "EndpointState"
    }

    /// Creates the value from its members.
    public init(
        appInstanceUserArn: String? = nil,
        endpointId: String,
        name: String? = nil,
        type: EndpointType? = nil,
        resourceArn: String? = nil,
        endpointAttributes: EndpointAttributes? = nil,
        createdTimestamp: Timestamp? = nil,
        lastUpdatedTimestamp: Timestamp? = nil,
        allowMessages: AllowMessages? = nil,
        endpointState: EndpointState? = nil
    ) {
        self.appInstanceUserArn = appInstanceUserArn
        self.endpointId = endpointId
        self.name = name
        self.type = type
        self.resourceArn = resourceArn
        self.endpointAttributes = endpointAttributes
        self.createdTimestamp = createdTimestamp
        self.lastUpdatedTimestamp = lastUpdatedTimestamp
        self.allowMessages = allowMessages
        self.endpointState = endpointState
    }
}
