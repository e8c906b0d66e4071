import Foundation

/// The keys that sign requests. No description, dump or mirror of them shows a secret.
public struct Credentials: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The access key id.
    public let accessKeyId: String
    /// The secret access key.
    public let secretAccessKey: String
    /// The token that comes with temporary keys.
    public let sessionToken: String?
    /// When temporary keys end.
    public let expiration: Date?
    /// The ARN of whom the keys belong to; nil where AWS has not named it.
    public let principal: String?

    /// A pair of keys, with a token where they are temporary.
    public init(
        accessKeyId: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Date? = nil,
        principal: String? = nil
    ) {
        self.accessKeyId = accessKeyId
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
        self.principal = principal
    }

    /// The access key id alone.
    public var description: String { "Credentials(\(accessKeyId))" }
    /// The access key id alone.
    public var debugDescription: String { description }
    /// The access key id alone.
    public var customMirror: Mirror { Mirror(self, children: ["accessKeyId": accessKeyId]) }
}

/// Credentials with the place where they were found.
public struct SourcedCredentials: Sendable, Hashable {
    /// The keys.
    public let credentials: Credentials
    /// Where they were found, such as `environment variables`.
    public let source: String

    /// Credentials from a place.
    public init(_ credentials: Credentials, source: String) {
        self.credentials = credentials
        self.source = source
    }
}
