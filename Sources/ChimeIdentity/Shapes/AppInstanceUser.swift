/// The full details of an AppInstanceUser.
public struct AppInstanceUser: Codable, Sendable, Equatable {
    /// The ARN of the AppInstanceUser.
    public var appInstanceUserArn: String
    /// The name. Sensitive, untrusted text.
    public var name: String?
    /// Free text that the application keeps with it. Sensitive.
    public var metadata: String?
    /// When it was created.
    public var createdTimestamp: Timestamp?
    /// When it was last updated.
    public var lastUpdatedTimestamp: Timestamp?
    /// When the user is deleted by itself.
    public var expirationSettings: ExpirationSettings?

    enum CodingKeys: String, CodingKey {
        case appInstanceUserArn = "AppInstanceUserArn"
        case name = "Name"
        case metadata = "Metadata"
        case createdTimestamp = "CreatedTimestamp"
        case lastUpdatedTimestamp = "LastUpdatedTimestamp"
        case expirationSettings = "ExpirationSettings"
    }

    /// Creates the value from its members.
    public init(
        appInstanceUserArn: String,
        name: String? = nil,
        metadata: String? = nil,
        createdTimestamp: Timestamp? = nil,
        lastUpdatedTimestamp: Timestamp? = nil,
        expirationSettings: ExpirationSettings? = nil
    ) {
        self.appInstanceUserArn = appInstanceUserArn
        self.name = name
        self.metadata = metadata
        self.createdTimestamp = createdTimestamp
        self.lastUpdatedTimestamp = lastUpdatedTimestamp
        self.expirationSettings = expirationSettings
    }
}
