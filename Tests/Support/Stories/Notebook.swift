import Synchronization

/// A file that lines are added to, without a disk.
public final class Notebook: Sendable {
    private let lines = Mutex("")

    /// An empty one.
    public init() {}

    /// All of it.
    public var text: String { lines.withLock { $0 } }

    /// Adds a line.
    @Sendable public func append(_ line: String) {
        lines.withLock { $0 += line }
    }
}
