import Foundation

/// Keys as credential processes, container and metadata services write them, in JSON.
struct CredentialAnswer: Decodable, Sendable {
    let version: Int?
    let accessKeyId: String?
    let secretAccessKey: String?
    /// The session token, as a process names it.
    let sessionToken: String?
    /// The session token, as a service names it.
    let token: String?
    let expiration: String?
    /// What a service says in place of keys.
    let code: String?
    let message: String?

    enum CodingKeys: String, CodingKey {
        case version = "Version"
        case accessKeyId = "AccessKeyId"
        case secretAccessKey = "SecretAccessKey"
        case sessionToken = "SessionToken"
        case token = "Token"
        case expiration = "Expiration"
        case code = "Code"
        case message = "Message"
    }

    /// The keys.
    ///
    /// - Parameter origin: Who has given them, at the start of a sentence.
    /// - Throws: `ConfigurationError` where one is missing or the end is no time.
    func credentials(from origin: String) throws(ConfigurationError) -> Credentials {
        guard let accessKeyId, let secretAccessKey else {
            throw ConfigurationError(
                "\(origin) gives no \(accessKeyId == nil ? "AccessKeyId" : "SecretAccessKey"); correct it.")
        }
        let end = expiration.map(TimestampText.parse)
        if case .some(nil) = end {
            throw ConfigurationError("\(origin) gives an Expiration that is no time in ISO 8601; correct it.")
        }
        return Credentials(
            accessKeyId: accessKeyId, secretAccessKey: secretAccessKey, sessionToken: sessionToken ?? token,
            expiration: end ?? nil)
    }
}
