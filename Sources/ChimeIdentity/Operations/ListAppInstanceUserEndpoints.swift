extension Operations {
    /// Lists the endpoints of one AppInstanceUser, a page at a time.
    public static let listAppInstanceUserEndpoints = Operation<
        ListAppInstanceUserEndpointsRequest, ListAppInstanceUserEndpointsResponse
    >(
        OperationDescriptor(
            "ListAppInstanceUserEndpoints", .get, "/app-instance-users/{AppInstanceUserArn}/endpoints",
            input: [
                .required("AppInstanceUserArn", .sensitiveChimeArn, in: .path),
                .optional("MaxResults", .maxResults, in: .query("max-results")),
                .optional("NextToken", .nextToken, in: .query("next-token")),
            ],
            successStatus: 200, repeatability: .repeatable))
}

/// The input of ListAppInstanceUserEndpoints.
public struct ListAppInstanceUserEndpointsRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String
    /// The most items a page may hold, 1–50.
    public var maxResults: Int?
    /// Where the next page starts; nil at the end.
    public var nextToken: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case maxResults = "MaxResults"
        case nextToken = "NextToken"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String, maxResults: Int? = nil, nextToken: String? = nil) {
        self.appInstanceUserArn = appInstanceUserArn
        self.maxResults = maxResults
        self.nextToken = nextToken
    }
}

/// The output of ListAppInstanceUserEndpoints.
public struct ListAppInstanceUserEndpointsResponse: Codable, Sendable, Equatable {
    /// The endpoints of this page.
    public var appInstanceUserEndpoints: [AppInstanceUserEndpointSummary]?
    /// Where the next page starts; nil at the end.
    public var nextToken: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserEndpoints = "AppInstanceUserEndpoints"
        case nextToken = "NextToken"
    }

    /// Creates the value from its members.
    public init(
        appInstanceUserEndpoints: [AppInstanceUserEndpointSummary]? = nil,
        nextToken: String? = nil
    ) {
        self.appInstanceUserEndpoints = appInstanceUserEndpoints
        self.nextToken = nextToken
    }
}
