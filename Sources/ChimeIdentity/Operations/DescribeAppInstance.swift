extension Operations {
    /// Returns the full details of an AppInstance.
    public static let describeAppInstance = Operation<
        DescribeAppInstanceRequest, DescribeAppInstanceResponse
    >(
        OperationDescriptor(
            "DescribeAppInstance", .get, "/app-instances/{AppInstanceArn}",
            input: [
                .required("AppInstanceArn", .chimeArn, in: .path)
            ],
            successStatus: 200, repeatability: .repeatable))
}

/// The input of DescribeAppInstance.
public struct DescribeAppInstanceRequest: Codable, Sendable, Equatable {
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

/// The output of DescribeAppInstance.
public struct DescribeAppInstanceResponse: Codable, Sendable, Equatable {
    /// The AppInstance.
    public var appInstance: AppInstance

    enum CodingKeys: String, CodingKey {
        case appInstance = "AppInstance"
    }

    /// Creates the value from its members.
    public init(appInstance: AppInstance) {
        self.appInstance = appInstance
    }
}
