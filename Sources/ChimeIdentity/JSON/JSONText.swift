import Foundation

/// JSON as people and scripts read it: AWS's member names, times as ISO 8601 text.
public enum JSONText {
    /// On several lines, for files and people.
    ///
    /// - Throws: `EncodingError`.
    public static func pretty(_ value: some Encodable) throws -> String {
        try text(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }

    /// On one line.
    ///
    /// - Throws: `EncodingError`.
    public static func line(_ value: some Encodable) throws -> String {
        try text(value, [.sortedKeys, .withoutEscapingSlashes])
    }

    private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws
        -> String
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        if let key = Timestamp.writesText { encoder.userInfo[key] = true }
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
