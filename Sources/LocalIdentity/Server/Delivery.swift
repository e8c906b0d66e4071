/// How an answer goes out.
public enum Delivery: Sendable, Equatable {
    /// At once, all of it.
    case whole
    /// All of it, so many bytes a second.
    case slow(bytesPerSecond: Int)
    /// In part: then the connection closes.
    case truncated
    /// Not at all: the connection closes.
    case dropped
}
