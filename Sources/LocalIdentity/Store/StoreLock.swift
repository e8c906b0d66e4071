import Foundation
import Glibc

/// Says that a server uses a database file, for as long as it is there. The system takes it away with the process, however
/// that ends.
public final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of a database: a file beside it, with the number of the process.
    ///
    /// - Throws: `Store.Unusable` where another server has it, or where the file cannot be made.
    public init(database path: String) throws(Store.Unusable) {
        let lock = path + ".lock"
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Store.Unusable(
                description: "The file \(lock) cannot be made (\(String(cString: strerror(errno)))); "
                    + "check the path, its permissions and the space on the disk.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let owner = Self.owner(descriptor)
            close(descriptor)
            throw Store.Unusable(
                description: "The database \(path) is being served by another process\(owner); "
                    + "stop that, or give another --database.")
        }
        ftruncate(descriptor, 0)
        let number = "\(getpid())\n"
        _ = number.withCString { write(descriptor, $0, strlen($0)) }
    }

    /// Whether a server uses a database file now.
    public static func isHeld(database path: String) -> Bool {
        let descriptor = open(path + ".lock", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    deinit {
        close(descriptor)
    }

    /// The process that holds the lock, as it has written down.
    private static func owner(_ descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let digits = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).prefix { $0.isNumber }
        return digits.isEmpty ? "" : " (\(digits))"
    }
}
