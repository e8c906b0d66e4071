/// The full details of an AppInstance.
public struct AppInstance: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String
    /// The name. Sensitive, untrusted text.
    public var name: String?
    /// Free text that the application keeps with it. Sensitive.
    public var metadata: String?
    /// When it was created.
    public var createdTimestamp: Timestamp?
    /// When it was last updated.
    public var lastUpdatedTimestamp: Timestamp?

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
        case name = "Name"
        case metadata = "Metadata"
        case createdTimestamp = "CreatedTimestamp"
        case lastUpdatedTimestamp = "LastUpdatedTimestamp"
    }

    /// Creates the value from its members.
    public init(
        appInstanceArn: String,
        name: String? = nil,
        metadata: String? = nil,
        createdTimestamp: Timestamp? = nil,
        lastUpdatedTimestamp: Timestamp? = nil
    ) {
        self.appInstanceArn = appInstanceArn
        self.name = name
        self.metadata = metadata
        self.createdTimestamp = createdTimestamp
        self.lastUpdatedTimestamp = lastUpdatedTimestamp
    }
}
