/// What the list operation says of an endpoint.
public struct AppInstanceUserEndpointSummary: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String?
    /// The unique identifier of the endpoint.
    public var endpointId: String
    /// The name of the endpoint. Sensitive, untrusted text.
    public var name: String?
    /// The push service behind the endpoint.
    public var type: EndpointType?
    /// Whether the endpoint is opted in to receive messages.
    public var allowMessages: AllowMessages?
    /// Whether the endpoint can receive messages, and why not. Read-only.
    public var endpointState: EndpointState?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case endpointId = "EndpointId"
        case name = "Name"
        case type = "Type"
        case allowMessages = "AllowMessages"
        case endpointState = "EndpointState"
    }

    /// Creates the value from its members.
    public init(
        appInstanceUserArn: String? = nil,
        endpointId: String,
        name: String? = nil,
        type: EndpointType? = nil,
        allowMessages: AllowMessages? = nil,
        endpointState: EndpointState? = nil
    ) {
        self.appInstanceUserArn = appInstanceUserArn
        self.endpointId = endpointId
        self.name = name
        self.type = type
        self.allowMessages = allowMessages
        self.endpointState = endpointState
    }
}
