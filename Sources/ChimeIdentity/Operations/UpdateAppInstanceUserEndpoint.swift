extension Operations {
    /// Changes the name of an endpoint, its AllowMessages, or both.
    ///
    /// What happens to a member that is left out is not documented: send only what the person changed, and read back.
    public static let updateAppInstanceUserEndpoint = Operation<
        UpdateAppInstanceUserEndpointRequest, UpdateAppInstanceUserEndpointResponse
    >(
        OperationDescriptor(
            "UpdateAppInstanceUserEndpoint", .put,
            "/app-instance-users/{AppInstanceUserArn}/endpoints/{EndpointId}",
            input: [
                .required("AppInstanceUserArn", .chimeArn, in: .path),
                .required("EndpointId", .string64, in: .path),
                .optional("Name", .sensitiveString1600),
                .optional("AllowMessages", .allowMessages),
            ],
            successStatus: 200, errors: [.conflict], repeatability: .repeatable))
}

/// The input of UpdateAppInstanceUserEndpoint.
public struct UpdateAppInstanceUserEndpointRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String
    /// The unique identifier of the endpoint.
    public var endpointId: String
    /// The name of the endpoint. Sensitive, untrusted text.
    public var name: String?
    /// Whether the endpoint is opted in to receive messages.
    public var allowMessages: AllowMessages?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case endpointId = "EndpointId"
        case name = "Name"
        case allowMessages = "AllowMessages"
    }

    /// Creates the value from its members.
    public init(
        appInstanceUserArn: String,
        endpointId: String,
        name: String? = nil,
        allowMessages: AllowMessages? = nil
    ) {
        self.appInstanceUserArn = appInstanceUserArn
        self.endpointId = endpointId
        self.name = name
        self.allowMessages = allowMessages
    }
}

/// The output of UpdateAppInstanceUserEndpoint.
public struct UpdateAppInstanceUserEndpointResponse: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String?
    /// The unique identifier of the endpoint.
    public var endpointId: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case endpointId = "EndpointId"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String? = nil, endpointId: String? = nil) {
        self.appInstanceUserArn = appInstanceUserArn
        self.endpointId = endpointId
    }
}
