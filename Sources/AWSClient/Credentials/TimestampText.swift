import Foundation

/// Times as AWS's tools and credential programs write them.
enum TimestampText {
    /// A time in ISO 8601, with or without fractions of a second; the AWS command line once wrote `UTC` for `Z`.
    static func parse(_ text: String) -> Date? {
        let text = text.hasSuffix("UTC") ? text.dropLast(3) + "Z" : text
        let plain = Date.ISO8601FormatStyle()
        return (try? plain.parse(text))
            ?? (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
    }

    /// A time in ISO 8601 in UTC, to the second.
    static func text(_ date: Date) -> String { Date.ISO8601FormatStyle().format(date) }
}
