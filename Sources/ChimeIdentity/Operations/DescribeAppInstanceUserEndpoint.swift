extension Operations {
    /// Returns the full details of an endpoint.
    public static let describeAppInstanceUserEndpoint = Operation<
        DescribeAppInstanceUserEndpointRequest, DescribeAppInstanceUserEndpointResponse
    >(
        OperationDescriptor(
            "DescribeAppInstanceUserEndpoint", .get,
            "/app-instance-users/{AppInstanceUserArn}/endpoints/{EndpointId}",
            input: [
                .required("AppInstanceUserArn", .string1600, in: .path),
                .required("EndpointId", .string64, in: .path),
            ],
            successStatus: 200, repeatability: .repeatable))
}

/// The input of DescribeAppInstanceUserEndpoint.
public struct DescribeAppInstanceUserEndpointRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String
    /// The unique identifier of the endpoint.
    public var endpointId: String

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case endpointId = "EndpointId"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String, endpointId: String) {
        self.appInstanceUserArn = appInstanceUserArn
        self.endpointId = endpointId
    }
}

/// The output of DescribeAppInstanceUserEndpoint.
public struct DescribeAppInstanceUserEndpointResponse: Codable, Sendable, Equatable {
    /// The endpoint.
    public var appInstanceUserEndpoint: AppInstanceUserEndpoint

    enum CodingKeys: String, CodingKey {
        case appInstanceUserEndpoint = "AppInstanceUserEndpoint"
    }

    /// Creates the value from its members.
    public init(appInstanceUserEndpoint: AppInstanceUserEndpoint) {
        self.appInstanceUserEndpoint = appInstanceUserEndpoint
    }
}
