import ChimeIdentity

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
        case .appInstances: Operations.listAppInstances.descriptor.name
        case .appInstance: Operations.describeAppInstance.descriptor.name
        case .users: Operations.listAppInstanceUsers.descriptor.name
        case .user: Operations.describeAppInstanceUser.descriptor.name
        case .endpoints: Operations.listAppInstanceUserEndpoints.descriptor.name
        case .endpoint: Operations.describeAppInstanceUserEndpoint.descriptor.name
        case .tags: Operations.listTagsForResource.descriptor.name
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
