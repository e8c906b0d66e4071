/// How many bytes go out in a second.
struct ByteRate: Sendable, Equatable, CustomStringConvertible {
    /// Bytes per second, from 1.
    let bytesPerSecond: Int

    /// Reads `500B/s`, `1kB/s` or `2MB/s`, with thousands as units; nil for anything else.
    init?(_ text: Substring) {
        for (unit, size) in Self.units where text.hasSuffix(unit) {
            guard let number = Double(text.dropLast(unit.count)), number > 0, number <= 1e6 else {
                return nil
            }
            bytesPerSecond = max(1, Int(number * Double(size)))
            return
        }
        return nil
    }

    var description: String {
        for (unit, size) in Self.units where bytesPerSecond % size == 0 {
            return "\(bytesPerSecond / size)\(unit)"
        }
        return "\(bytesPerSecond)B/s"
    }

    /// The largest first; the smallest ends every other.
    private static let units = [("MB/s", 1_000_000), ("kB/s", 1000), ("B/s", 1)]
}
