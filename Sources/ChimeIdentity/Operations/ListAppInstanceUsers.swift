extension Operations {
    /// Lists the users of an AppInstance, a page at a time.
    public static let listAppInstanceUsers = Operation<
        ListAppInstanceUsersRequest, ListAppInstanceUsersResponse
    >(
        OperationDescriptor(
            "ListAppInstanceUsers", .get, "/app-instance-users",
            input: [
                .required("AppInstanceArn", .chimeArn, in: .query("app-instance-arn")),
                .optional("MaxResults", .maxResults, in: .query("max-results")),
                .optional("NextToken", .nextToken, in: .query("next-token")),
            ],
            successStatus: 200, repeatability: .repeatable))
}

/// The input of ListAppInstanceUsers.
public struct ListAppInstanceUsersRequest: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String
    /// The most items a page may hold, 1–50.
    public var maxResults: Int?
    /// Where the next page starts; nil at the end.
    public var nextToken: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
        case maxResults = "MaxResults"
        case nextToken = "NextToken"
    }

    /// Creates the value from its members.
    public init(appInstanceArn: String, maxResults: Int? = nil, nextToken: String? = nil) {
        self.appInstanceArn = appInstanceArn
        self.maxResults = maxResults
        self.nextToken = nextToken
    }
}

/// The output of ListAppInstanceUsers.
public struct ListAppInstanceUsersResponse: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String?
    /// The users of this page.
    public var appInstanceUsers: [AppInstanceUserSummary]?
    /// Where the next page starts; nil at the end.
    public var nextToken: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
        case appInstanceUsers = "AppInstanceUsers"
        case nextToken = "NextToken"
    }

    /// Creates the value from its members.
    public init(
        appInstanceArn: String? = nil,
        appInstanceUsers: [AppInstanceUserSummary]? = nil,
        nextToken: String? = nil
    ) {
        self.appInstanceArn = appInstanceArn
        self.appInstanceUsers = appInstanceUsers
        self.nextToken = nextToken
    }
}
