/// A text that can be copied.
public struct CopyItem: Hashable, Sendable {
    /// What it is, such as `endpoint id`.
    public let title: String
    /// The text as the service has it. May be a secret.
    public let text: String
    /// What the menu shows of it, unless it cannot be copied. Untrusted text.
    public let preview: String
    /// Why it cannot be copied now; nil where it can.
    public let obstacle: String?

    /// A text that can be copied.
    ///
    /// - Parameters:
    ///   - preview: What the menu shows in place of the text; nil shows the text.
    ///   - obstacle: Why it cannot be copied now.
    public init(_ title: String, _ text: String, shownAs preview: String? = nil, obstacle: String? = nil) {
        self.title = title
        self.text = text
        self.preview = preview ?? text
        self.obstacle = obstacle
    }
}

/// How copying has ended.
public enum CopyOutcome: Sendable, Equatable {
    /// A program of this machine's display has it.
    case program(String)
    /// There is no such program, so the terminal is to be asked.
    case terminal
}
