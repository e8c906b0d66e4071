extension DecodingError {
    /// What is wrong with a JSON text, without a word of the text itself: it may hold secrets.
    var reason: String {
        switch self {
        case .keyNotFound(let key, let context): "\(Self.name(context.codingPath + [key])) is missing"
        case .valueNotFound(_, let context): "\(Self.name(context.codingPath)) is null"
        case .typeMismatch(_, let context): "\(Self.name(context.codingPath)) is of another kind"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "it is not JSON" : "\(Self.name(context.codingPath)) cannot be read"
        @unknown default: "it cannot be read"
        }
    }

    /// The path to a value, such as `AppInstanceUserEndpoints[3].EndpointId`.
    private static func name(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "the whole" }
        return path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
