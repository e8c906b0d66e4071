import ChimeIdentity

/// A change of something on the service, with all that is needed to say it and to take it back.
public enum Write: Hashable, Sendable {
    /// Changes the name of an endpoint, its AllowMessages, or both.
    case updateEndpoint(userArn: String, endpointId: String, change: EndpointChange, previous: EndpointChange)
    /// Registers an endpoint. `token` makes a repeated attempt harmless.
    case register(userArn: String, registration: Registration, token: String)
    /// Deregisters an endpoint.
    case deregister(userArn: String, endpointId: String)
    /// Puts and removes tags.
    case retag(resourceArn: String, change: TagChange, previous: TagChange)

    /// The resource that the write is about: the user's or AppInstance's ARN.
    public var resourceArn: String {
        switch self {
        case .updateEndpoint(let userArn, _, _, _), .register(let userArn, _, _), .deregister(let userArn, _):
            userArn
        case .retag(let resourceArn, _, _): resourceArn
        }
    }

    /// The endpoint that the write is about, if it is about one that exists.
    public var endpointId: String? {
        switch self {
        case .updateEndpoint(_, let endpointId, _, _), .deregister(_, let endpointId): endpointId
        case .register, .retag: nil
        }
    }

    /// The write that takes this one back; nil where it cannot be taken back by one write.
    public var inverse: Write? {
        switch self {
        case .updateEndpoint(let userArn, let endpointId, let change, let previous):
            .updateEndpoint(userArn: userArn, endpointId: endpointId, change: previous, previous: change)
        case .retag(let resourceArn, let change, let previous):
            .retag(resourceArn: resourceArn, change: previous, previous: change)
        case .register, .deregister: nil
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
