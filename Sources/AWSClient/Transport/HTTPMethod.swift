/// The HTTP methods that AWS REST-JSON services use.
public enum HTTPMethod: String, Sendable, Hashable {
    /// Reads.
    case get = "GET"
    /// Creates.
    case post = "POST"
    /// Replaces.
    case put = "PUT"
    /// Deletes.
    case delete = "DELETE"
}
