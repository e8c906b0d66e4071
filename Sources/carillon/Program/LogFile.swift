import AWSClient
import Foundation
import Glibc
import Logging
import Synchronization

/// Appends log lines to a file that only the person can read. The file is opened at the first line.
final class LogFile: Sendable {
    private let path: String
    private let descriptor = Mutex<Int32?>(nil)

    init(path: String) {
        self.path = path
    }

    /// The log of the terminal program, whose screen a log on stderr would spoil.
    static func standard(_ environment: ProcessEnvironment) -> LogFile {
        LogFile(
            path: environment.baseDirectory("XDG_STATE_HOME", standard: ".local/state")
                + "/carillon/carillon.log")
    }

    func append(_ line: String) {
        descriptor.withLock { descriptor in
            if descriptor == nil {
                try? FileManager.default.createDirectory(
                    at: URL(fileURLWithPath: path).deletingLastPathComponent(),
                    withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            }
            guard let descriptor, descriptor >= 0 else { return }
            var line = line + "\n"
            line.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
        }
    }
}

/// Writes log messages to a `LogFile`.
struct LogFileHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    private let file: LogFile

    init(file: LogFile, level: Logger.Level) {
        self.file = file
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        file.append("\(Date().formatted(.iso8601)) \(event.level) \(event.message)\(details)")
    }
}
