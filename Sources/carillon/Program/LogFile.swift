import AWSClient
import Foundation
import Logging

/// Where log lines of the terminal program go.
struct LogFile: Sendable {
    private let file: AppendOnlyFile

    /// The log of the terminal program, whose screen a log on stderr would spoil.
    static func standard(_ environment: ProcessEnvironment) -> LogFile {
        LogFile(file: AppendOnlyFile(path: environment.stateFile("carillon.log")))
    }

    func append(_ line: String) {
        file.append(line + "\n")
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
