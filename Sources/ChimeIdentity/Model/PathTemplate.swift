/// A request path with named placeholders, such as `/app-instance-users/{AppInstanceUserArn}/endpoints`.
public struct PathTemplate: Sendable, Equatable, ExpressibleByStringLiteral {
    /// One segment between two slashes.
    public enum Segment: Sendable, Equatable {
        /// A segment that stands as it is.
        case literal(String)
        /// A segment that the input member of this name fills, percent-encoded.
        case parameter(String)
    }

    /// The segments in order.
    public let segments: [Segment]

    /// Parses a template: segments in braces are parameters.
    public init(stringLiteral value: String) {
        segments = value.split(separator: "/").map { part in
            part.first == "{" && part.last == "}"
                ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }
}
