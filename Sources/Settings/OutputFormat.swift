/// How a command writes its result.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// Aligned columns, for people.
    case table
    /// JSON as the AWS command line writes it.
    case json
    /// One JSON object a line.
    case jsonl
    /// Comma-separated values (RFC 4180).
    case csv
}
