import ArgumentParser

/// How a command writes its result.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// Aligned columns, for people.
    case table
    /// JSON as the AWS command line writes it.
    case json
    /// One JSON object a line.
    case jsonl
    /// Comma-separated values (RFC 4180).
    case csv
}

/// The option that chooses the format.
struct OutputOptions: ParsableArguments {
    @Option(help: "How to write the result: table, json, jsonl or csv.")
    var output: OutputFormat = .table
}
