import Synchronization

/// A file without a disk.
final class Kept: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }

    @Sendable func append(_ line: String) {
        lines.withLock { $0 += line }
    }
}
