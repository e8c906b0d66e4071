import ChimeIdentity

extension Write {
    /// Sends the write and reads back what it has done.
    ///
    /// - Throws: `IdentityError`, or `Failure` with what was applied where only some of the calls succeeded.
    func perform(with client: IdentityClient) async throws -> WriteConfirmation {
        switch self {
        case .updateEndpoint(let userArn, let endpointId, let change, _):
            _ = try await client.perform(
                Operations.updateAppInstanceUserEndpoint,
                UpdateAppInstanceUserEndpointRequest(
                    appInstanceUserArn: userArn, endpointId: endpointId, name: change.name,
                    allowMessages: change.allowMessages))
            return await Self.readBack {
                .endpoint(try await client.describeEndpoint(endpointId, of: userArn))
            }
        case .register(let userArn, let registration, let token):
            let response = try await client.perform(
                Operations.registerAppInstanceUserEndpoint,
                registration.request(userArn: userArn, token: token))
            return await Self.readBack {
                .endpoint(try await client.describeEndpoint(response.endpointId, of: userArn))
            }
        case .deregister(let userArn, let endpointId):
            _ = try await client.perform(
                Operations.deregisterAppInstanceUserEndpoint,
                DeregisterAppInstanceUserEndpointRequest(
                    appInstanceUserArn: userArn, endpointId: endpointId))
            return .deregistered
        case .retag(let resourceArn, let change, _):
            try await change.perform(on: resourceArn, with: client)
            return await Self.readBack { .tags(try await client.tags(of: resourceArn)) }
        }
    }

    /// The write has succeeded whatever reading back says: a failure here is told apart from the write's own.
    private static func readBack(_ read: () async throws -> WriteConfirmation) async -> WriteConfirmation {
        do {
            return try await read()
        } catch {
            return .unread(Failure(error))
        }
    }
}

extension TagChange {
    /// The most tags or tag keys that one call may carry (`TagList`, `TagKeyList` of the service model).
    static let callLimit = 50

    /// Sends the fewest calls that make the change: removals first, so that a resource near its limit of 50
    /// tags has room for the new ones.
    ///
    /// - Throws: `Failure` with the part of the change that was made before a call failed.
    func perform(on resourceArn: String, with client: IdentityClient) async throws {
        var applied = TagChange()
        do {
            for keys in remove.chunks(of: Self.callLimit) {
                _ = try await client.perform(
                    Operations.untagResource, UntagResourceRequest(resourceARN: resourceArn, tagKeys: keys))
                applied.remove += keys
            }
            for tags in put.chunks(of: Self.callLimit) {
                _ = try await client.perform(
                    Operations.tagResource, TagResourceRequest(resourceARN: resourceArn, tags: tags))
                applied.put += tags
            }
        } catch {
            throw Failure(error).having(applied: applied)
        }
    }
}

extension Array {
    /// The elements in order, in arrays of at most `size`.
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

extension Registration {
    /// The request that registers it. Empty optional fields are left out.
    func request(userArn: String, token: String) -> RegisterAppInstanceUserEndpointRequest {
        RegisterAppInstanceUserEndpointRequest(
            appInstanceUserArn: userArn, name: name.isEmpty ? nil : name, type: type,
            resourceArn: resourceArn,
            endpointAttributes: EndpointAttributes(
                deviceToken: deviceToken, voipDeviceToken: voipDeviceToken.isEmpty ? nil : voipDeviceToken),
            clientRequestToken: token, allowMessages: allowMessages)
    }
}

extension IdentityClient {
    /// The full details of an endpoint.
    func describeEndpoint(_ endpointId: String, of userArn: String) async throws -> AppInstanceUserEndpoint {
        try await perform(
            Operations.describeAppInstanceUserEndpoint,
            DescribeAppInstanceUserEndpointRequest(appInstanceUserArn: userArn, endpointId: endpointId)
        ).appInstanceUserEndpoint
    }

    /// The tags of a resource, sorted by key.
    func tags(of resourceArn: String) async throws -> [Tag] {
        let response = try await perform(
            Operations.listTagsForResource, ListTagsForResourceRequest(resourceARN: resourceArn))
        return (response.tags ?? []).sorted { $0.key < $1.key }
    }
}
