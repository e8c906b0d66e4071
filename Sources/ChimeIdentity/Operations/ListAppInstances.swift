extension Operations {
    /// Lists the AppInstances of the account, a page at a time.
    public static let listAppInstances = Operation<ListAppInstancesRequest, ListAppInstancesResponse>(
        OperationDescriptor(
            "ListAppInstances", .get, "/app-instances",
            input: [
                .optional("MaxResults", .maxResults, in: .query("max-results")),
                .optional("NextToken", .nextToken, in: .query("next-token")),
            ],
            successStatus: 200, repeatability: .repeatable))
}

/// The input of ListAppInstances.
public struct ListAppInstancesRequest: Codable, Sendable, Equatable {
    /// The most items a page may hold, 1–50.
    public var maxResults: Int?
    /// Where the next page starts; nil at the end.
    public var nextToken: String?

    enum CodingKeys: String, CodingKey {
        case maxResults = "MaxResults"
        case nextToken = "NextToken"
    }

    /// Creates the value from its members.
    public init(maxResults: Int? = nil, nextToken: String? = nil) {
        self.maxResults = maxResults
        self.nextToken = nextToken
    }
}

/// The output of ListAppInstances.
public struct ListAppInstancesResponse: Codable, Sendable, Equatable {
    /// The AppInstances of this page.
    public var appInstances: [AppInstanceSummary]?
    /// Where the next page starts; nil at the end.
    public var nextToken: String?

    enum CodingKeys: String, CodingKey {
        case appInstances = "AppInstances"
        case nextToken = "NextToken"
    }

    /// Creates the value from its members.
    public init(appInstances: [AppInstanceSummary]? = nil, nextToken: String? = nil) {
        self.appInstances = appInstances
        self.nextToken = nextToken
    }
}
