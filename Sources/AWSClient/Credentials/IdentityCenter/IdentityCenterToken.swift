import Crypto
import Foundation

/// What signing in to IAM Identity Center has left in the AWS command line's cache.
struct IdentityCenterToken: Codable, Sendable {
    var startUrl: String?
    var region: String?
    var accessToken: String
    var expiresAt: String
    var refreshToken: String?
    var clientId: String?
    var clientSecret: String?
    var registrationExpiresAt: String?

    /// When the token ends; nil where that is no time.
    var expiration: Date? { TimestampText.parse(expiresAt) }

    /// The file of a session's token, or of a start URL's in the older form. Source: botocore,
    /// `SSOTokenLoader._generate_cache_key`.
    static func path(of profile: IdentityCenterProfile, home: String) -> String {
        let key = profile.sessionName ?? profile.startURL
        return "\(home)/.aws/sso/cache/\(Insecure.SHA1.hash(data: Data(key.utf8)).hexadecimal).json"
    }

    /// The text of the file.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return try encoder.encode(self)
    }
}
