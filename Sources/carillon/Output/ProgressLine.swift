import Foundation
import Glibc

/// Says on stderr how far a long piece of work is: a bar that grows on a terminal, a line for every tenth elsewhere.
struct ProgressLine {
    private static let width = 30

    private let name: String
    private let total: Int
    private let isOnTerminal = isatty(STDERR_FILENO) == 1
    private var shown = -1

    /// Nothing is done yet.
    ///
    /// - Parameter name: What is counted.
    init(_ name: String, of total: Int) {
        self.name = name
        self.total = max(1, total)
    }

    /// So many are done.
    mutating func show(_ count: Int) {
        let part = count * (isOnTerminal ? 100 : 10) / total
        guard part != shown else { return }
        shown = part
        let counted = "\(count) of \(total) \(name)"
        guard isOnTerminal else { return write("\(counted)\n") }
        let filled = Self.width * count / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
        write("\r[\(bar)] \(counted)" + (count >= total ? "\n" : ""))
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
