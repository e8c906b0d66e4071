extension Query {
    /// What is read, for a person.
    var title: String {
        switch self {
        case .appInstances: "AppInstances"
        case .appInstance: "the AppInstance"
        case .users: "the users"
        case .user: "the user"
        case .endpoints: "the devices"
        case .endpoint: "the details of a device"
        case .tags: "the tags"
        case .sessionOptions: "profiles or regions"
        case .activity: "the activity"
        }
    }

    /// The operation by its name in the service model; nil where the service is not asked.
    var operation: String? {
        switch self {
        case .appInstances: "ListAppInstances"
        case .appInstance: "DescribeAppInstance"
        case .users: "ListAppInstanceUsers"
        case .user: "DescribeAppInstanceUser"
        case .endpoints: "ListAppInstanceUserEndpoints"
        case .endpoint: "DescribeAppInstanceUserEndpoint"
        case .tags: "ListTagsForResource"
        case .sessionOptions, .activity: nil
        }
    }

    /// The ARN of what is read; nil where it has none.
    var resourceArn: String? {
        switch self {
        case .appInstance(let arn), .user(let arn), .users(let arn, _), .endpoints(let arn),
            .endpoint(let arn, _), .tags(let arn):
            arn
        case .appInstances, .sessionOptions, .activity: nil
        }
    }

    /// The endpoint that is read.
    var endpointId: String? {
        if case .endpoint(_, let endpointId) = self { endpointId } else { nil }
    }
}
