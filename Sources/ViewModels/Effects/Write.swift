import ChimeIdentity

/// A change of something on the service, with all that is needed to say it and to take it back.
public enum Write: Hashable, Sendable {
    /// Changes the name of an endpoint, its AllowMessages, or both.
    case updateEndpoint(userArn: String, endpointId: String, change: EndpointChange, previous: EndpointChange)
    /// Registers a corrected endpoint in place of one that does not work.
    case replace(userArn: String, endpointId: String, replacement: Replacement)
    /// Registers an endpoint. `token` makes a repeated attempt harmless.
    case register(userArn: String, registration: Registration, token: String)
    /// Deregisters an endpoint that is as it was shown.
    case deregister(userArn: String, endpointId: String, shown: DeviceState)
    /// Puts and removes tags.
    case retag(resourceArn: String, change: TagChange, previous: TagChange)

    /// The resource that the write is about: the user's or AppInstance's ARN.
    public var resourceArn: String {
        switch self {
        case .updateEndpoint(let userArn, _, _, _), .register(let userArn, _, _),
            .deregister(let userArn, _, _),
            .replace(let userArn, _, _):
            userArn
        case .retag(let resourceArn, _, _): resourceArn
        }
    }

    /// The endpoint that the write is about, if it is about one that exists.
    public var endpointId: String? {
        switch self {
        case .updateEndpoint(_, let endpointId, _, _), .deregister(_, let endpointId, _),
            .replace(_, let endpointId, _):
            endpointId
        case .register, .retag: nil
        }
    }

    /// The same write by somebody who has seen the device as it is now.
    func seeing(_ now: DeviceState) -> Write {
        switch self {
        case .updateEndpoint(let userArn, let endpointId, let change, _):
            .updateEndpoint(
                userArn: userArn, endpointId: endpointId, change: change,
                previous: EndpointChange(
                    name: change.name.map { _ in now.name },
                    allowMessages: change.allowMessages.map { _ in now.allowMessages }))
        case .deregister(let userArn, let endpointId, _):
            .deregister(userArn: userArn, endpointId: endpointId, shown: now)
        case .register, .retag, .replace: self
        }
    }

    /// Whether a device that is there is as the write makes it.
    func isMade(in state: DeviceState) -> Bool {
        if case .updateEndpoint(_, _, let change, _) = self { change.isMade(in: state) } else { false }
    }

    /// The write that takes this one back, as far as the write alone tells; see `WriteOutcome.inverse`.
    var inverse: Write? {
        switch self {
        case .updateEndpoint(let userArn, let endpointId, let change, let previous):
            .updateEndpoint(userArn: userArn, endpointId: endpointId, change: previous, previous: change)
        case .retag(let resourceArn, let change, let previous):
            .retag(resourceArn: resourceArn, change: previous, previous: change)
        case .register, .deregister, .replace: nil
        }
    }
}

/// The members of an endpoint that an update may change. Nil leaves a member out of the request.
public struct EndpointChange: Hashable, Sendable {
    /// The name. Sensitive, untrusted text.
    public var name: String?
    /// Whether the endpoint is opted in to receive messages.
    public var allowMessages: AllowMessages?

    /// A change of the given members.
    public init(name: String? = nil, allowMessages: AllowMessages? = nil) {
        self.name = name
        self.allowMessages = allowMessages
    }
}

/// What a person enters to register an endpoint.
public struct Registration: Hashable, Sendable {
    /// The name; empty means none.
    public var name: String
    /// The push service.
    public var type: EndpointType
    /// The ARN of the push application.
    public var resourceArn: String
    /// The device token. A secret.
    public var deviceToken: String
    /// The VoIP device token; empty means none. A secret.
    public var voipDeviceToken: String
    /// Whether the endpoint is opted in to receive messages.
    public var allowMessages: AllowMessages

    /// The given details.
    public init(
        name: String = "", type: EndpointType = .apns, resourceArn: String = "", deviceToken: String = "",
        voipDeviceToken: String = "", allowMessages: AllowMessages = .all
    ) {
        self.name = name
        self.type = type
        self.resourceArn = resourceArn
        self.deviceToken = deviceToken
        self.voipDeviceToken = voipDeviceToken
        self.allowMessages = allowMessages
    }
}

/// A corrected registration of a device, and the one that it takes the place of.
public struct Replacement: Hashable, Sendable {
    /// The corrected registration.
    public let registration: Registration
    /// The old one, to be put back should the device be left without any.
    public let old: Registration
    /// Makes a repeated attempt harmless.
    public let token: String
    /// Whether the old endpoint is removed first, for a service that takes a device token only once.
    public var removesFirst: Bool

    /// A replacement.
    public init(registration: Registration, old: Registration, token: String, removesFirst: Bool = false) {
        self.registration = registration
        self.old = old
        self.token = token
        self.removesFirst = removesFirst
    }
}

/// Tags to put and keys to remove. Putting a key that is there replaces its value.
public struct TagChange: Hashable, Sendable {
    /// Tags that are new or have a new value, sorted by key.
    public var put: [Tag]
    /// Keys to remove, sorted.
    public var remove: [String]

    /// The given change.
    public init(put: [Tag] = [], remove: [String] = []) {
        self.put = put
        self.remove = remove
    }

    /// Whether there is nothing to send.
    public var isEmpty: Bool { put.isEmpty && remove.isEmpty }
}
