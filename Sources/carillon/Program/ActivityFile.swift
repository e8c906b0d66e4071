import AWSClient
import Foundation

/// `activity.jsonl`: what was changed and what went wrong, a line each.
struct ActivityFile: Sendable {
    private let file: AppendOnlyFile

    /// The most bytes that are read back, from the end.
    private static let readLimit: UInt64 = 2 * 1024 * 1024
    /// A file that has grown larger than this, in bytes, is put aside when the program starts to add to it.
    private static let sizeLimit: UInt64 = 16 * 1024 * 1024

    /// The file of this person.
    static func standard(_ environment: ProcessEnvironment) -> ActivityFile {
        ActivityFile(file: AppendOnlyFile(path: environment.stateFile("activity.jsonl")))
    }

    /// Adds a line.
    @Sendable func append(_ line: String) {
        putAside()
        file.append(line)
    }

    /// The last lines, whole ones; empty where there are none.
    @Sendable func lastLines() -> String {
        guard let handle = FileHandle(forReadingAtPath: file.path) else { return "" }
        defer { try? handle.close() }
        guard let size = try? handle.seekToEnd() else { return "" }
        let start = size > Self.readLimit ? size - Self.readLimit : 0
        try? handle.seek(toOffset: start)
        guard let data = try? handle.readToEnd() else { return "" }
        let text = String(decoding: data, as: UTF8.self)
        return start == 0 ? text : String(text.drop { $0 != "\n" })
    }

    /// Keeps the file from growing for ever: the one before stays beside it.
    private func putAside() {
        guard let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? UInt64,
            size > Self.sizeLimit
        else { return }
        let old = file.path + ".1"
        try? FileManager.default.removeItem(atPath: old)
        try? FileManager.default.moveItem(atPath: file.path, toPath: old)
        file.reopen()
    }
}
