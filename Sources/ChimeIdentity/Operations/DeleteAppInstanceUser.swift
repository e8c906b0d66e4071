extension Operations {
    /// Deletes an AppInstanceUser with its endpoints and tags.
    public static let deleteAppInstanceUser = Operation<DeleteAppInstanceUserRequest, NoOutput>(
        OperationDescriptor(
            "DeleteAppInstanceUser", .delete, "/app-instance-users/{AppInstanceUserArn}",
            input: [
                .required("AppInstanceUserArn", .chimeArn, in: .path)
            ],
            successStatus: 204, errors: [.conflict, .resourceLimitExceeded], repeatability: .repeatable))
}

/// The input of DeleteAppInstanceUser.
public struct DeleteAppInstanceUserRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String) {
        self.appInstanceUserArn = appInstanceUserArn
    }
}
