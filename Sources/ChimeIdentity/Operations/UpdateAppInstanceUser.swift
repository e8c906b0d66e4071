extension Operations {
    /// Replaces the name and the metadata of an AppInstanceUser. Both are required.
    public static let updateAppInstanceUser = Operation<
        UpdateAppInstanceUserRequest, UpdateAppInstanceUserResponse
    >(
        OperationDescriptor(
            "UpdateAppInstanceUser", .put, "/app-instance-users/{AppInstanceUserArn}",
            input: [
                .required("AppInstanceUserArn", .chimeArn, in: .path),
                .required("Name", .userName),
                .required("Metadata", .metadata),
            ],
            successStatus: 200, errors: [.conflict, .resourceLimitExceeded], repeatability: .repeatable))
}

/// The input of UpdateAppInstanceUser.
public struct UpdateAppInstanceUserRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String
    /// The new name, 1–100 characters.
    public var name: String
    /// The new metadata, up to 1024 characters.
    public var metadata: String

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case name = "Name"
        case metadata = "Metadata"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String, name: String, metadata: String) {
        self.appInstanceUserArn = appInstanceUserArn
        self.name = name
        self.metadata = metadata
    }
}

/// The output of UpdateAppInstanceUser.
public struct UpdateAppInstanceUserResponse: Codable, Sendable, Equatable {
    /// The ARN of the user.
    public var appInstanceUserArn: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String? = nil) {
        self.appInstanceUserArn = appInstanceUserArn
    }
}
