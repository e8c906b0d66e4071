/// How many cells a character takes, by Unicode's East Asian Width, independent of the locale.
public enum TextWidth {
    /// The cells of one scalar: 0 for combining and format characters, 2 for wide ones, else 1.
    public static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value >= 0x20 && (value < 0x7F || value >= 0xA0) && value != 0xAD ? 1 : 0 }
        if contains(value, in: zero) { return 0 }
        return contains(value, in: wide) ? 2 : 1
    }

    /// Whether a table of first and last values in turn has a range that covers the value.
    private static func contains(_ value: UInt32, in table: [UInt32]) -> Bool {
        var low = 0
        var high = table.count / 2 - 1
        while low <= high {
            let middle = (low + high) / 2
            if value < table[2 * middle] {
                high = middle - 1
            } else if value > table[2 * middle + 1] {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}
