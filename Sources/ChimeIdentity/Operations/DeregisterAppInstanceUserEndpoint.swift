extension Operations {
    /// Deregisters an endpoint. The device gets no more push notifications.
    public static let deregisterAppInstanceUserEndpoint = Operation<
        DeregisterAppInstanceUserEndpointRequest, NoOutput
    >(
        OperationDescriptor(
            "DeregisterAppInstanceUserEndpoint", .delete,
            "/app-instance-users/{AppInstanceUserArn}/endpoints/{EndpointId}",
            input: [
                .required("AppInstanceUserArn", .chimeArn, in: .path),
                .required("EndpointId", .string64, in: .path),
            ],
            successStatus: 204, repeatability: .repeatable))
}

/// The input of DeregisterAppInstanceUserEndpoint.
public struct DeregisterAppInstanceUserEndpointRequest: Codable, Sendable, Equatable {
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
