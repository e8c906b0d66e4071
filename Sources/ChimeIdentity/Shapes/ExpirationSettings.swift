/// When an AppInstanceUser is deleted by itself.
public struct ExpirationSettings: Codable, Sendable, Equatable {
    /// Days after the criterion, 1–5475.
    public var expirationDays: Int
    /// What the days are counted from: `CREATED_TIMESTAMP`.
    public var expirationCriterion: String

    enum CodingKeys: String, CodingKey {
        case expirationDays = "ExpirationDays"
        case expirationCriterion = "ExpirationCriterion"
    }

    /// Creates the value from its members.
    public init(expirationDays: Int, expirationCriterion: String) {
        self.expirationDays = expirationDays
        self.expirationCriterion = expirationCriterion
    }
}
