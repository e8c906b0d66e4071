import ChimeIdentity

extension Query {
    /// Asks the service, or this machine.
    ///
    /// - Throws: `IdentityError`, or what connecting throws.
    func answer(from service: ServiceAccess, journal: ActivityJournal) async throws -> QueryResult {
        switch self {
        case .appInstances(let nextToken):
            let page = try await service.client.perform(
                Operations.listAppInstances, ListAppInstancesRequest(nextToken: nextToken))
            return .appInstances(page.appInstances ?? [], nextToken: page.nextToken)
        case .appInstance(let arn):
            let response = try await service.client.perform(
                Operations.describeAppInstance, DescribeAppInstanceRequest(appInstanceArn: arn))
            return .appInstance(response.appInstance)
        case .users(let appInstanceArn, let nextToken):
            let page = try await service.client.perform(
                Operations.listAppInstanceUsers,
                ListAppInstanceUsersRequest(appInstanceArn: appInstanceArn, nextToken: nextToken))
            return .users(page.appInstanceUsers ?? [], nextToken: page.nextToken)
        case .user(let arn):
            let response = try await service.client.perform(
                Operations.describeAppInstanceUser, DescribeAppInstanceUserRequest(appInstanceUserArn: arn))
            return .user(response.appInstanceUser)
        case .endpoints(let userArn):
            var endpoints: [AppInstanceUserEndpointSummary] = []
            for try await endpoint in try await service.client.endpoints(of: userArn) {
                endpoints.append(endpoint)
            }
            return .endpoints(endpoints)
        case .endpoint(let userArn, let endpointId):
            return .endpoint(try await service.client.describeEndpoint(endpointId, of: userArn))
        case .tags(let resourceArn):
            return .tags(try await service.client.tags(of: resourceArn))
        case .sessionOptions(let part):
            return .sessionOptions(try await service.options(part))
        case .activity:
            return .activity(journal.entries())
        }
    }
}
