/// What the program talks to, as the header of every screen says it.
public enum SessionState: Hashable, Sendable {
    /// Configuration and credentials are being found out.
    case resolving
    /// The program knows what it talks to.
    case ready(SessionInfo)
    /// It could not be found out.
    case failed(Failure)
}

/// The profile, region and service that a session uses.
public struct SessionInfo: Hashable, Sendable {
    /// The profile's name; nil where none is in use.
    public let profile: String?
    /// The region, such as `us-east-1`.
    public let region: String
    /// Where requests go, if that is not AWS itself, such as `local` or `127.0.0.1:8080`.
    public let endpoint: String?
    /// The AppInstance to start in, if it is known.
    public let appInstanceArn: String?

    /// The given session.
    public init(profile: String?, region: String, endpoint: String? = nil, appInstanceArn: String? = nil) {
        self.profile = profile
        self.region = region
        self.endpoint = endpoint
        self.appInstanceArn = appInstanceArn
    }
}
