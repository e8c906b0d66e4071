/// Text that is not JSON, or that this program refuses to read as JSON.
public struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, without a word of the text itself: it may hold secrets.
    public let problem: String
    /// How many bytes of the text came before the fault.
    public let offset: Int

    /// One sentence that says what is wrong and where.
    public var description: String { "The text is not valid JSON: \(problem) at byte \(offset)." }
}
