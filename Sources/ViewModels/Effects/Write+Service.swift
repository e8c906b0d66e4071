import ChimeIdentity

extension Write {
    /// Sends the write and reads back what it has done.
    ///
    /// - Throws: `IdentityError`, or `Failure` with what was applied where only some of the calls succeeded.
    func perform(with client: IdentityClient) async throws -> WriteConfirmation {
        switch self {
        case .updateEndpoint(let userArn, let endpointId, let change, let previous):
            let now = DeviceState(try await client.describeEndpoint(endpointId, of: userArn))
            if let name = previous.name, name != now.name { throw Failure(changedTo: now) }
            if let allow = previous.allowMessages, allow != now.allowMessages {
                throw Failure(changedTo: now)
            }
            try await OpenOutcome.send {
                _ = try await client.perform(
                    Operations.updateAppInstanceUserEndpoint,
                    UpdateAppInstanceUserEndpointRequest(
                        appInstanceUserArn: userArn, endpointId: endpointId, name: change.name,
                        allowMessages: change.allowMessages))
            } orSee: {
                change.isMade(in: DeviceState(try await client.describeEndpoint(endpointId, of: userArn)))
            }
            return await Self.readBack {
                .endpoint(try await client.describeEndpoint(endpointId, of: userArn))
            }
        case .register(let userArn, let registration, let token):
            let id = try await client.register(registration, for: userArn, token: token)
            return await Self.readBack {
                .endpoint(try await client.describeEndpoint(id, of: userArn))
            }
        case .deregister(let userArn, let endpointId, let shown):
            let endpoint = try await client.describeEndpoint(endpointId, of: userArn)
            let now = DeviceState(endpoint)
            guard now == shown else { throw Failure(changedTo: now) }
            try await client.deregister(endpointId, of: userArn)
            return .deregistered(kept: Registration(endpoint))
        case .replace(let userArn, let endpointId, let replacement):
            return try await replacement.perform(endpointId, of: userArn, with: client)
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
            for call in calls {
                try await OpenOutcome.send {
                    try await call.send(on: resourceArn, with: client)
                } orSee: {
                    call.isMade(in: try await client.tags(of: resourceArn))
                }
                applied.remove += call.remove
                applied.put += call.put
            }
        } catch {
            throw Failure(error).having(applied: applied)
        }
    }

    /// The change in parts, each of which one call makes: it either removes or puts.
    private var calls: [TagChange] {
        remove.chunks(of: Self.callLimit).map { TagChange(remove: $0) }
            + put.chunks(of: Self.callLimit).map { TagChange(put: $0) }
    }

    private func send(on resourceArn: String, with client: IdentityClient) async throws {
        if put.isEmpty {
            _ = try await client.perform(
                Operations.untagResource, UntagResourceRequest(resourceARN: resourceArn, tagKeys: remove))
        } else {
            _ = try await client.perform(
                Operations.tagResource, TagResourceRequest(resourceARN: resourceArn, tags: put))
        }
    }

    /// Whether a resource with these tags is as the change makes it.
    private func isMade(in tags: [Tag]) -> Bool {
        put.allSatisfy(tags.contains) && remove.allSatisfy { key in !tags.contains { $0.key == key } }
    }
}

extension EndpointChange {
    /// Whether a device is as the change makes it.
    func isMade(in state: DeviceState) -> Bool {
        (name ?? state.name) == state.name && (allowMessages ?? state.allowMessages) == state.allowMessages
    }
}

extension Array {
    /// The elements in order, in arrays of at most `size`.
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

extension Replacement {
    /// Registers the corrected endpoint and then removes the old one, or the other way round where the service takes a
    /// device token only once.
    ///
    /// - Throws: `IdentityError`, or `Failure` where the old endpoint is gone and says what became of the device.
    fileprivate func perform(_ endpointId: String, of userArn: String, with client: IdentityClient)
        async throws
        -> WriteConfirmation
    {
        if removesFirst { try await client.deregister(endpointId, of: userArn) }
        let id: String
        do {
            id = try await client.register(registration, for: userArn, token: token)
        } catch {
            guard removesFirst else { throw error }
            throw await putBack(after: Failure(error), of: userArn, with: client)
        }
        var leftover: Failure?
        if !removesFirst {
            do {
                try await client.deregister(endpointId, of: userArn)
            } catch {
                leftover = Failure(error)
            }
        }
        do {
            return .replaced(try await client.describeEndpoint(id, of: userArn), leftover: leftover)
        } catch {
            return .unread(Failure(error))
        }
    }

    private func putBack(after failure: Failure, of userArn: String, with client: IdentityClient) async
        -> Failure
    {
        do {
            _ = try await client.register(old, for: userArn, token: "\(token)-old")
            return failure.saying("\(failure.summary) The old endpoint was registered again, with a new id.")
        } catch {
            return failure.saying(
                "\(failure.summary) The old endpoint is gone, and could not be registered again.")
        }
    }
}

extension Failure {
    /// Nothing was sent: the device is not as it was shown.
    fileprivate init(changedTo now: DeviceState) {
        self.init(
            summary: "Nothing was sent: the device has changed since it was shown.",
            advice: "Look at it as it is now, then decide again.", changed: now)
    }

    fileprivate func saying(_ summary: String) -> Failure {
        Failure(summary: summary, code: code, requestId: requestId, advice: advice)
    }
}

extension Registration {
    /// What would register an endpoint again.
    init(_ endpoint: AppInstanceUserEndpoint) {
        self.init(
            name: endpoint.name ?? "", type: endpoint.type ?? .apns, resourceArn: endpoint.resourceArn ?? "",
            deviceToken: endpoint.endpointAttributes?.deviceToken ?? "",
            voipDeviceToken: endpoint.endpointAttributes?.voipDeviceToken ?? "",
            allowMessages: endpoint.allowMessages ?? .all)
    }

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
    /// Registers an endpoint and returns its id.
    fileprivate func register(_ registration: Registration, for userArn: String, token: String) async throws
        -> String
    {
        let request = registration.request(userArn: userArn, token: token)
        do {
            return try await perform(Operations.registerAppInstanceUserEndpoint, request).endpointId
        } catch {
            // No list tells device tokens; whoever asks again with the same token is told the id of what was done.
            throw Failure(leavingOpen: error)
        }
    }

    /// Deregisters an endpoint.
    fileprivate func deregister(_ endpointId: String, of userArn: String) async throws {
        try await OpenOutcome.send(takesAway: true) {
            _ = try await perform(
                Operations.deregisterAppInstanceUserEndpoint,
                DeregisterAppInstanceUserEndpointRequest(
                    appInstanceUserArn: userArn, endpointId: endpointId))
        } orSee: {
            try await lacksEndpoint(endpointId, of: userArn)
        }
    }

    /// Whether the service says that an endpoint is not there.
    fileprivate func lacksEndpoint(_ endpointId: String, of userArn: String) async throws -> Bool {
        do {
            _ = try await describeEndpoint(endpointId, of: userArn)
            return false
        } catch let error as IdentityError where error.isAbsence {
            return true
        }
    }

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
