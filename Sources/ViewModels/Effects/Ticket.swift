/// Says which screen asked for a read, and which of its requests it was, so that an answer that is out of
/// date can be told from one that is not.
public struct Ticket: Hashable, Sendable {
    /// The screen that asked.
    public let screen: Int
    /// Grows with every request for the same query by the same screen.
    public let generation: Int

    /// A ticket.
    public init(screen: Int, generation: Int) {
        self.screen = screen
        self.generation = generation
    }
}
