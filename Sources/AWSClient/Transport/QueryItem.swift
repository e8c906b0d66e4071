/// A name with a value in a query string, both decoded.
public struct QueryItem: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// A name with a value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
