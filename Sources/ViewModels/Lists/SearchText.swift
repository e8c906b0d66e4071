import Glibc

/// The texts of a row, ready to be searched while somebody types: in lower case, as bytes, one column after the other.
struct SearchText: Sendable, Equatable {
    /// Stands between columns; nobody can type it.
    private static let separator = UInt8(0x1F)
    private let bytes: [UInt8]
    private let ends: [Int]

    init<Row: ListRow>(_ row: Row) {
        var bytes: [UInt8] = []
        ends = Row.columns.indices.map { column in
            bytes += row.text(of: column).lowercased().utf8
            bytes.append(Self.separator)
            return bytes.count - 1
        }
        self.bytes = bytes
    }

    /// Whether any column contains a part, which is in lower case.
    func contains(_ part: String) -> Bool { Self.find(part, in: bytes[...]) }

    /// Whether a column contains a part, or has a term that begins with it.
    func contains(_ part: String, in column: Int, as kind: ListColumn.Kind) -> Bool {
        let field = bytes[(column == 0 ? 0 : ends[column - 1] + 1)..<ends[column]]
        switch kind {
        case .text: return Self.find(part, in: field)
        case .term: return field.split(separator: UInt8(ascii: " ")).contains { $0.starts(with: part.utf8) }
        }
    }

    /// Bytes are compared, not characters: it is done for every row at every key.
    private static func find(_ part: String, in bytes: ArraySlice<UInt8>) -> Bool {
        var part = part
        return part.withUTF8 { part in
            bytes.withUnsafeBytes { bytes in
                guard let wanted = part.baseAddress, let first = part.first else { return true }
                guard var place = bytes.baseAddress else { return false }
                var left = bytes.count
                while left >= part.count, let found = memchr(place, Int32(first), left - part.count + 1) {
                    if memcmp(found, wanted, part.count) == 0 { return true }
                    left -= place.distance(to: found) + 1
                    place = UnsafeRawPointer(found) + 1
                }
                return false
            }
        }
    }
}
