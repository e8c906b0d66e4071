import Foundation

/// A moment, as the service writes it.
///
/// The model gives no format, so botocore writes and expects epoch seconds; the documents speak of epoch
/// milliseconds. Reading accepts seconds, milliseconds (told apart by magnitude) and ISO 8601 text; writing
/// gives seconds with a fraction.
public struct Timestamp: Hashable, Sendable, Comparable, Codable {
    /// The moment.
    public let date: Date

    /// Above this a number counts milliseconds: as seconds it would lie beyond the year 5138.
    private static let millisecondThreshold = 100_000_000_000.0

    /// The moments that have a year of four digits, in seconds. What lies beyond is no time of this service, and
    /// as milliseconds in an `Int` it could overflow.
    private static let bounds = -62_135_596_800.0...253_402_300_799.0

    /// Wraps a moment. One before the year 1 or after the year 9999 is moved to that end.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970
        self.date =
            Self.bounds.contains(seconds)
            ? date
            : Date(timeIntervalSince1970: min(max(seconds, Self.bounds.lowerBound), Self.bounds.upperBound))
    }

    /// Reads a number of seconds or milliseconds, or ISO 8601 text.
    ///
    /// - Throws: `DecodingError` where the value is neither.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            self.init(
                Date(timeIntervalSince1970: abs(number) > Self.millisecondThreshold ? number / 1000 : number))
            return
        }
        let text = try container.decode(String.self)
        let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let parsed = (try? Date(text, strategy: .iso8601)) ?? (try? Date(text, strategy: fractional))
        else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "neither epoch seconds, epoch milliseconds nor ISO 8601")
        }
        self.init(parsed)
    }

    /// An encoder that has `true` under this key writes ISO 8601 text in UTC with milliseconds, for people and
    /// scripts.
    public static let writesText = CodingUserInfoKey(rawValue: "carillon.timestamp-text")

    /// The moment as ISO 8601 text in UTC with milliseconds.
    public var text: String {
        // Foundation cuts digits off where it should round: a millisecond as a double is often a hair below itself.
        date.addingTimeInterval(0.0005).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// Writes seconds since 1970 with a fraction, in whole milliseconds; see `writesText`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let key = Self.writesText, encoder.userInfo[key] as? Bool == true {
            try container.encode(text)
            return
        }
        try container.encode((date.timeIntervalSince1970 * 1000).rounded() / 1000)
    }

    /// Whether the left moment lies before the right one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.date < right.date
    }
}
