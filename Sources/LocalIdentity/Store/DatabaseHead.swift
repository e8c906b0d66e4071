import Foundation

/// Whose a SQLite file is, by its first bytes: what is not ours must not be opened by SQLite, which changes a file when
/// another journal mode is asked for.
///
/// Source: SQLite, "Database File Format", sections 1.3 and 1.6.
enum DatabaseHead {
    /// There is no file, nothing in it, or one page without a mark and a table. So is one of ours that was being made
    /// when the program ended.
    case blank
    /// It is marked as ours.
    case own
    /// It is marked as another's, or has no mark and more in it.
    case foreign
    /// It is no database.
    case malformed

    private static let length = 112
    private static let magic = Array("SQLite format 3\0".utf8)

    /// Looks at a file.
    ///
    /// - Throws: What Foundation throws where it cannot be read.
    init(of path: String, applicationId: Int32) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            self = .blank
            return
        }
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        let bytes = [UInt8](try file.read(upToCount: Self.length) ?? Data())
        guard !bytes.isEmpty else {
            self = .blank
            return
        }
        guard bytes.count == Self.length, bytes.starts(with: Self.magic) else {
            self = .malformed
            return
        }
        func number(at offset: Int, size: Int) -> UInt32 {
            bytes[offset..<(offset + size)].reduce(0) { $0 << 8 | UInt32($1) }
        }
        let mark = number(at: 68, size: 4)
        let pageCount = number(at: 28, size: 4)
        let tableCount = number(at: 103, size: 2)
        switch mark {
        case UInt32(bitPattern: applicationId): self = .own
        case 0 where pageCount <= 1 && tableCount == 0: self = .blank
        default: self = .foreign
        }
    }
}
