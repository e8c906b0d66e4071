extension Operations {
    /// Replaces the name and the metadata of an AppInstance. Both are required.
    public static let updateAppInstance = Operation<UpdateAppInstanceRequest, UpdateAppInstanceResponse>(
        OperationDescriptor(
            "UpdateAppInstance", .put, "/app-instances/{AppInstanceArn}",
            input: [
                .required("AppInstanceArn", .chimeArn, in: .path),
                .required("Name", .nonEmptyResourceName),
                .required("Metadata", .metadata),
            ],
            successStatus: 200, errors: [.conflict], repeatability: .repeatable))
}

/// The input of UpdateAppInstance.
public struct UpdateAppInstanceRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String
    /// The new name, 1–256 characters.
    public var name: String
    /// The new metadata, up to 1024 characters.
    public var metadata: String

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
        case name = "Name"
        case metadata = "Metadata"
    }

    /// Creates the value from its members.
    public init(appInstanceArn: String, name: String, metadata: String) {
        self.appInstanceArn = appInstanceArn
        self.name = name
        self.metadata = metadata
    }
}

/// The output of UpdateAppInstance.
public struct UpdateAppInstanceResponse: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
    }

    /// Creates the value from its members.
    public init(appInstanceArn: String? = nil) {
        self.appInstanceArn = appInstanceArn
    }
}
