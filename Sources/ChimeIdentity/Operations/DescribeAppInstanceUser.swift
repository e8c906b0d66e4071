extension Operations {
    /// Returns the full details of an AppInstanceUser.
    public static let describeAppInstanceUser = Operation<
        DescribeAppInstanceUserRequest, DescribeAppInstanceUserResponse
    >(
        OperationDescriptor(
            "DescribeAppInstanceUser", .get, "/app-instance-users/{AppInstanceUserArn}",
            input: [
                .required("AppInstanceUserArn", .chimeArn, in: .path)
            ],
            successStatus: 200, repeatability: .repeatable))
}

/// The input of DescribeAppInstanceUser.
public struct DescribeAppInstanceUserRequest: Codable, Sendable, Equatable {
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

/// The output of DescribeAppInstanceUser.
public struct DescribeAppInstanceUserResponse: Codable, Sendable, Equatable {
    /// The user.
    public var appInstanceUser: AppInstanceUser

    enum CodingKeys: String, CodingKey {
        case appInstanceUser = "AppInstanceUser"
    }

    /// Creates the value from its members.
    public init(appInstanceUser: AppInstanceUser) {
        self.appInstanceUser = appInstanceUser
    }
}
