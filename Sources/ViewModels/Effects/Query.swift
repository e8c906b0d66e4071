import ChimeIdentity

/// A read of the service. Two equal queries have the same answer, so they share one request.
public enum Query: Hashable, Sendable {
    /// One page of the AppInstances of the account; nil is the first page.
    case appInstances(nextToken: String?)
    /// One AppInstance.
    case appInstance(arn: String)
    /// One page of the users of an AppInstance; nil is the first page.
    case users(appInstanceArn: String, nextToken: String?)
    /// One user.
    case user(arn: String)
    /// All endpoints of a user, every page.
    case endpoints(userArn: String)
    /// The full details of one endpoint.
    case endpoint(userArn: String, endpointId: String)
    /// The tags of a user or AppInstance.
    case tags(resourceArn: String)
    /// The profiles or regions to choose from. Asked of this machine, not of the service.
    case sessionOptions(SessionChoice.Part)
    /// What was changed and what went wrong. Asked of this machine, not of the service.
    case activity
}

/// The answer to a query.
public enum QueryResult: Sendable, Equatable {
    /// A page of AppInstances, and where the next one starts.
    case appInstances([AppInstanceSummary], nextToken: String?)
    /// One AppInstance.
    case appInstance(AppInstance)
    /// A page of users, and where the next one starts.
    case users([AppInstanceUserSummary], nextToken: String?)
    /// One user.
    case user(AppInstanceUser)
    /// All endpoints of a user.
    case endpoints([AppInstanceUserEndpointSummary])
    /// The details of an endpoint.
    case endpoint(AppInstanceUserEndpoint)
    /// The tags of a resource.
    case tags([Tag])
    /// The profiles or regions to choose from.
    case sessionOptions([SessionOption])
    /// What was changed and what went wrong, the latest last.
    case activity([ActivityEntry])
}
