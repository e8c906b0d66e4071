extension Operations {
    /// Registers an endpoint under an AppInstanceUser: a device that receives push notifications for the user.
    ///
    /// Safe to repeat: the ClientRequestToken stays the same on every attempt.
    public static let registerAppInstanceUserEndpoint = Operation<
        RegisterAppInstanceUserEndpointRequest, RegisterAppInstanceUserEndpointResponse
    >(
        OperationDescriptor(
            "RegisterAppInstanceUserEndpoint", .post, "/app-instance-users/{AppInstanceUserArn}/endpoints",
            input: [
                .required("AppInstanceUserArn", .sensitiveChimeArn, in: .path),
                .optional("Name", .sensitiveString1600),
                .required("Type", .endpointType),
                .required("ResourceArn", .chimeArn),
                .required("EndpointAttributes", .endpointAttributes),
                .clientRequestToken,
                .optional("AllowMessages", .allowMessages),
            ],
            successStatus: 201, errors: [.conflict, .resourceLimitExceeded], repeatability: .repeatable))
}

/// The input of RegisterAppInstanceUserEndpoint.
public struct RegisterAppInstanceUserEndpointRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String
    /// The name of the endpoint. Sensitive, untrusted text.
    public var name: String?
    /// The push service behind the endpoint.
    public var type: EndpointType
    /// The ARN of the push application to which the endpoint belongs.
    public var resourceArn: String
    /// The device tokens.
    public var endpointAttributes: EndpointAttributes
    /// The idempotency token: the same token replays the first result. Generated where nil.
    public var clientRequestToken: String?
    /// Whether the endpoint is opted in to receive messages.
    public var allowMessages: AllowMessages?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case name = "Name"
        case type = "Type"
        case resourceArn = "ResourceArn"
        case endpointAttributes = "EndpointAttributes"
        case clientRequestToken = "ClientRequestToken"
        case allowMessages = "AllowMessages"
    }

    /// Creates the value from its members.
    public init(
        appInstanceUserArn: String,
        name: String? = nil,
        type: EndpointType,
        resourceArn: String,
        endpointAttributes: EndpointAttributes,
        clientRequestToken: String? = nil,
        allowMessages: AllowMessages? = nil
    ) {
        self.appInstanceUserArn = appInstanceUserArn
        self.name = name
        self.type = type
        self.resourceArn = resourceArn
        self.endpointAttributes = endpointAttributes
        self.clientRequestToken = clientRequestToken
        self.allowMessages = allowMessages
    }
}

/// The output of RegisterAppInstanceUserEndpoint.
public struct RegisterAppInstanceUserEndpointResponse: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String?
    /// The unique identifier of the endpoint.
    public var endpointId: String

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case endpointId = "EndpointId"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String? = nil, endpointId: String) {
        self.appInstanceUserArn = appInstanceUserArn
        self.endpointId = endpointId
    }
}
