/// What the list operation says of an AppInstanceUser.
public struct AppInstanceUserSummary: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String
    /// The name. Sensitive, untrusted text.
    public var name: String?
    /// Free text that the application keeps with it. Sensitive.
    public var metadata: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case name = "Name"
        case metadata = "Metadata"
    }

    /// Creates the value from its members.
    public init(appInstanceUserArn: String, name: String? = nil, metadata: String? = nil) {
        self.appInstanceUserArn = appInstanceUserArn
        self.name = name
        self.metadata = metadata
    }
}
