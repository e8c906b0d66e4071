/// What the list operation says of an AppInstance.
public struct AppInstanceSummary: Codable, Sendable, Equatable {
    /// The ARN of the AppInstance.
    public var appInstanceArn: String
    /// The name. Sensitive, untrusted text.
    public var name: String?
    /// Free text that the application keeps with it. Sensitive.
    public var metadata: String?

    enum CodingKeys: String, CodingKey {
        case appInstanceArn = "AppInstanceArn"
        case name = "Name"
        case metadata = "Metadata"
    }

    /// Creates the value from its members.
    public init(appInstanceArn: String, name: String? = nil, metadata: String? = nil) {
        self.appInstanceArn = appInstanceArn
        self.name = name
        self.metadata = metadata
    }
}
