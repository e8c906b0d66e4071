/// An Amazon Resource Name in its six parts: `arn:partition:service:region:account:resource`.
public struct ARN: Sendable, Hashable, CustomStringConvertible {
    /// The group of regions, such as `aws`.
    public let partition: String
    /// The service, such as `chime`.
    public let service: String
    /// The region, such as `us-east-1`.
    public let region: String
    /// The account, 12 digits.
    public let account: String
    /// The rest.
    public let resource: String

    /// An ARN from its parts.
    public init(partition: String, service: String, region: String, account: String, resource: String) {
        self.partition = partition
        self.service = service
        self.region = region
        self.account = account
        self.resource = resource
    }

    /// Splits an ARN; nil for text that does not start with `arn:` or has fewer than six parts.
    public init?(_ text: String) {
        // Split by bytes: a colon with a combining mark after it is one Character, and no colon.
        let parts = text.utf8.split(separator: 0x3A, maxSplits: 5, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.count == 6, parts[0] == "arn" else { return nil }
        self.init(
            partition: parts[1], service: parts[2], region: parts[3], account: parts[4], resource: parts[5])
    }

    /// The ARN as text.
    public var description: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }
}
