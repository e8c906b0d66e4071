/// A value with the place that it came from, such as `--region` or `AWS_REGION`.
public struct Sourced<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// Where it came from, for a person to read.
    public let source: String

    /// A value from a place.
    public init(_ value: Value, from source: String) {
        self.value = value
        self.source = source
    }
}
