extension Operations {
    /// Deletes an AppInstance.
    public static let deleteAppInstance = Operation<DeleteAppInstanceRequest, NoOutput>(
        OperationDescriptor(
            "DeleteAppInstance", .delete, "/app-instances/{AppInstanceArn}",
            input: [
                .required("AppInstanceArn", .chimeArn, in: .path)
            ],
            successStatus: 204, errors: [.resourceLimitExceeded], repeatability: .repeatable))
}

/// The input of DeleteAppInstance.
public struct DeleteAppInstanceRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
    }

    /// Creates the value from its members.
    public init(appInstanceArn: String) {
        self.appInstanceArn = appInstanceArn
    }
}
