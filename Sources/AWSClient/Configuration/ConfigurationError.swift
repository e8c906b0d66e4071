/// Something in the configuration is missing or wrong: one sentence that ends with what to do.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence.
    public let description: String

    /// An error of the given words.
    public init(_ description: String) {
        self.description = description
    }
}
