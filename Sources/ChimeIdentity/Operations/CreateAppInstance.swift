extension Operations {
    /// Creates an AppInstance: the home of an application and its users.
    ///
    /// Safe to repeat: the ClientRequestToken stays the same on every attempt.
    public static let createAppInstance = Operation<CreateAppInstanceRequest, CreateAppInstanceResponse>(
        OperationDescriptor(
            "CreateAppInstance", .post, "/app-instances",
            input: [
                .required("Name", .nonEmptyResourceName),
                .optional("Metadata", .metadata),
                .clientRequestToken,
                .optional("Tags", .tagList),
            ],
            successStatus: 201, errors: [.conflict, .resourceLimitExceeded], repeatability: .repeatable))
}

/// The input of CreateAppInstance.
public struct CreateAppInstanceRequest: Codable, Sendable, Equatable {
    /// The name, 1–256 characters. Sensitive.
    public var name: String
    /// Free text that the application keeps with it. Sensitive.
    public var metadata: String?
    /// The idempotency token: the same token replays the first result. Generated where nil.
    public var clientRequestToken: String?
    /// Tags to put on it.
    public var tags: [Tag]?

    enum CodingKeys: String, CodingKey {
        case name = "Name"
        case metadata = "Metadata"
        case clientRequestToken = "ClientRequestToken"
        case tags = "Tags"
    }

    /// Creates the value from its members.
    public init(
        name: String,
        metadata: String? = nil,
        clientRequestToken: String? = nil,
        tags: [Tag]? = nil
    ) {
        self.name = name
        self.metadata = metadata
        self.clientRequestToken = clientRequestToken
        self.tags = tags
    }
}

/// The output of CreateAppInstance.
public struct CreateAppInstanceResponse: Codable, Sendable, Equatable {
    /// The ARN of the new AppInstance.
    public var appInstanceArn: String

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
    }

    /// Creates the value from its members.
    public init(appInstanceArn: String) {
        self.appInstanceArn = appInstanceArn
    }
}
