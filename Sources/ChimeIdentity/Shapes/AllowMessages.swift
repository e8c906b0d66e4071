/// Whether an endpoint is opted in to receive messages.
///
/// An open enumeration: a value that a later version of the service adds is kept as it is.
public struct AllowMessages: RawRepresentable, Hashable, Sendable, Codable {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps any value of the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The endpoint receives all messages.
    public static let all = AllowMessages(rawValue: "ALL")
    /// The endpoint receives no messages: it is muted.
    public static let none = AllowMessages(rawValue: "NONE")

    /// The values of the service model.
    public static let known: [AllowMessages] = [.all, .none]
}
