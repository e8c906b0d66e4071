import ChimeIdentity
import Foundation
import Synchronization

/// Keeps what was changed and what went wrong: in a file, and in memory for as long as the program runs, so that it can
/// be looked at even where the file cannot be written. Used off the main thread.
public final class ActivityJournal: Sendable {
    private struct State {
        var session: [ActivityEntry] = []
        var count = 0
        /// The last error of every query that fails, so that it is noted once and not at every refresh.
        var failing: [Query: String] = [:]
    }

    /// The most entries that are kept in memory and read from the file.
    static let limit = 2000

    private let append: @Sendable (String) -> Void
    private let readLines: @Sendable () -> String
    /// Tells the entries of this run from those of others.
    private let name = UUID().uuidString
    private let state = Mutex(State())

    /// - Parameters:
    ///   - append: Adds a line, with its line break, to the file; does nothing where it cannot.
    ///   - readLines: The last lines of the file, whole ones; empty where there is none.
    public init(
        append: @escaping @Sendable (String) -> Void = { _ in },
        readLines: @escaping @Sendable () -> String = { "" }
    ) {
        self.append = append
        self.readLines = readLines
    }

    /// Keeps an entry.
    func record(_ entry: ActivityEntry) {
        var entry = entry
        state.withLock { state in
            state.count += 1
            let number = String(state.count)
            entry.id = String(repeating: "0", count: max(0, 6 - number.count)) + number + "-" + name
            state.session.append(entry)
            if state.session.count > Self.limit { state.session.removeFirst() }
        }
        if let line = try? JSONText.line(entry) { append(line) }
    }

    /// Whether an error is not the one that the query ended with the last time; remembers it.
    func isNew(_ failure: Failure?, of query: Query) -> Bool {
        state.withLock { state in
            defer { state.failing[query] = failure?.summary }
            return failure != nil && state.failing[query] != failure?.summary
        }
    }

    /// What is known, the latest last.
    func entries() -> [ActivityEntry] {
        // Lines that are none, such as one that a full disk has cut, are left out.
        let decoder = JSONDecoder()
        let written = readLines().split(separator: "\n").compactMap { line in
            try? decoder.decode(ActivityEntry.self, from: Data(line.utf8))
        }
        let session = state.withLock { $0.session }
        let known = Set(written.map(\.id))
        return Array((written + session.filter { !known.contains($0.id) }).suffix(Self.limit))
    }
}
