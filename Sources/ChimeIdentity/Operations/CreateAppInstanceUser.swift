extension Operations {
    /// Creates a user under an AppInstance.
    ///
    /// Safe to repeat: the ClientRequestToken stays the same on every attempt.
    public static let createAppInstanceUser = Operation<
        CreateAppInstanceUserRequest, CreateAppInstanceUserResponse
    >(
        OperationDescriptor(
            "CreateAppInstanceUser", .post, "/app-instance-users",
            input: [
                .required("AppInstanceArn", .chimeArn),
                .required("AppInstanceUserId", .userId),
                .required("Name", .userName),
                .optional("Metadata", .metadata),
                .clientRequestToken,
                .optional("Tags", .tagList),
                .optional("ExpirationSettings", .expirationSettings),
            ],
            successStatus: 201, errors: [.conflict, .resourceLimitExceeded], repeatability: .repeatable))
}

/// The input of CreateAppInstanceUser.
public struct CreateAppInstanceUserRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String
    /// The id of the user within the AppInstance, 1–64 characters. Sensitive.
    public var appInstanceUserId: String
    /// The name, 1–100 characters. Sensitive.
    public var name: String
    /// Free text that the application keeps with it. Sensitive.
    public var metadata: String?
    /// The idempotency token: the same token replays the first result. Generated where nil.
    public var clientRequestToken: String?
    /// Tags to put on it.
    public var tags: [Tag]?
    /// When the user is deleted by itself.
    public var expirationSettings: ExpirationSettings?

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
        case appInstanceUserId = "AppInstanceUserId"
        case name = "Name"
        case metadata = "Metadata"
        case clientRequestToken = "ClientRequestToken"
        case tags = "Tags"
        case expirationSettings = "ExpirationSettings"
    }

    /// Creates the value from its members.
    public init(
        appInstanceArn: String,
        appInstanceUserId: String,
        name: String,
        metadata: String? = nil,
        clientRequestToken: String? = nil,
        tags: [Tag]? = nil,
        expirationSettings: ExpirationSettings? = nil
    ) {
        self.appInstanceArn = appInstanceArn
        self.appInstanceUserId = appInstanceUserId
        self.name = name
        self.metadata = metadata
        self.clientRequestToken = clientRequestToken
        self.tags = tags
        self.expirationSettings = expirationSettings
    }
}

/// The output of CreateAppInstanceUser.
public struct CreateAppInstanceUserResponse: Codable, Sendable, Equatable {
    /// The ARN of the new user.
    public var appInstanceUserArn: String

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String) {
        self.appInstanceUserArn = appInstanceUserArn
    }
}
