import TerminalUI

/// What was found out about the program's surroundings. Holds no secret.
struct DoctorReport: Encodable, Sendable {
    /// How a check has ended.
    enum Status: String, Encodable, Sendable {
        case ok
        case failed
        case skipped

        var mark: String {
            switch self {
            case .ok: "✓"
            case .failed: "✗"
            case .skipped: "-"
            }
        }

        fileprivate var color: String {
            switch self {
            case .ok: "32"
            case .failed: "31"
            case .skipped: "2"
            }
        }
    }

    /// One line of the report.
    struct Check: Encodable, Sendable {
        let name: String
        let status: Status
        let detail: String

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case status = "Status"
            case detail = "Detail"
        }
    }

    var profile: String?
    var region: String?
    var endpointURL: String?
    var credentialSource: String?
    var accessKeyId: String?
    /// ISO 8601; nil for keys that do not end.
    var expiration: String?
    var checks: [Check] = []

    enum CodingKeys: String, CodingKey {
        case profile = "Profile"
        case region = "Region"
        case endpointURL = "EndpointUrl"
        case credentialSource = "CredentialSource"
        case accessKeyId = "AccessKeyId"
        case expiration = "Expiration"
        case checks = "Checks"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        // A script finds every member, also one that has no value.
        try container.encode(profile, forKey: .profile)
        try container.encode(region, forKey: .region)
        try container.encode(endpointURL, forKey: .endpointURL)
        try container.encode(credentialSource, forKey: .credentialSource)
        try container.encode(accessKeyId, forKey: .accessKeyId)
        try container.encode(expiration, forKey: .expiration)
        try container.encode(checks, forKey: .checks)
    }

    /// The checks for a person, a line each.
    func lines(isColored: Bool) -> String {
        let width = checks.map(\.name.count).max() ?? 0
        return checks.map { check in
            let mark =
                isColored ? "\u{1B}[\(check.status.color)m\(check.status.mark)\u{1B}[0m" : check.status.mark
            let name = SafeText(check.name).padded(to: width).string
            return "\(mark) \(name)  \(SafeText(check.detail).string)\n"
        }.joined()
    }

    /// The checks for a spreadsheet.
    var csv: String {
        CSV.line(["Name", "Status", "Detail"])
            + checks.map { CSV.line([$0.name, $0.status.rawValue, $0.detail]) }.joined()
    }
}
