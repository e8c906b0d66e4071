/// Whether a request whose answer was lost may be sent again.
public enum Repeatability: Sendable, Hashable {
    /// Doing it twice is the same as doing it once.
    case repeatable
    /// Only where the service certainly has not acted on it.
    case onlyIfNotSent
}
