/// A key with a value, on an AppInstanceUser or an AppInstance.
public struct Tag: Codable, Sendable, Hashable {
    /// The key, 1–128 characters, case-sensitive.
    public var key: String
    /// The value, 1–256 characters.
    public var value: String

    enum CodingKeys: String, CodingKey {
        case key = "Key"
        case value = "Value"
    }

    /// Creates the value from its members.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
