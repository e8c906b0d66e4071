import AWSClient
import Foundation
import Glibc
import Synchronization

/// A file that only grows and that only the person can read. It is opened when something is first added.
final class AppendOnlyFile: Sendable {
    /// Where it is.
    let path: String
    private let descriptor = Mutex<Int32?>(nil)

    init(path: String) {
        self.path = path
    }

    /// Adds a text in one piece, so that what several programs add does not mix. Does nothing where the file cannot be
    /// written.
    func append(_ text: String) {
        descriptor.withLock { descriptor in
            if descriptor == nil {
                try? FileManager.default.createDirectory(
                    at: URL(fileURLWithPath: path).deletingLastPathComponent(),
                    withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            }
            guard let descriptor, descriptor >= 0 else { return }
            var text = text
            text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
        }
    }

    /// Opens the file anew when something is next added, since another has its name now.
    func reopen() {
        descriptor.withLock { descriptor in
            if let old = descriptor.take(), old >= 0 { close(old) }
        }
    }
}

extension ProcessEnvironment {
    /// A file of the program's state by its name.
    func stateFile(_ name: String) -> String {
        baseDirectory("XDG_STATE_HOME", standard: ".local/state") + "/carillon/\(name)"
    }
}
