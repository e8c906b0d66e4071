import Foundation

/// The date form of HTTP headers: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
public enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    /// The form of a moment, which is of whole seconds.
    public static func text(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let digits = Array(SigningTimestamp(date).text)
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        let month = months[(Int(part(4..<6)) ?? 1) - 1]
        // 1970-01-01 was a Thursday.
        return "\(weekdays[((days % 7) + 7) % 7]), \(part(6..<8)) \(month) \(part(0..<4)) "
            + "\(part(9..<11)):\(part(11..<13)):\(part(13..<15)) GMT"
    }

    /// Reads a date; nil for anything else.
    public static func parse(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, let month = months.firstIndex(of: String(parts[2])) else { return nil }
        let time = parts[4].split(separator: ":").joined()
        let monthText = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return SigningTimestamp("\(parts[3])\(monthText)\(parts[1])T\(time)Z")?.date
    }
}
