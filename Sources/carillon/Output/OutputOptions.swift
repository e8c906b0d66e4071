import ArgumentParser
import Settings

/// The option that chooses the format.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("output"),
        help: "How to write the result: table, json, jsonl or csv. (default: table, or what config.yaml says)"
    )
    var chosen: OutputFormat?

    /// The format.
    var output: OutputFormat {
        get throws { try chosen ?? Preferences.file().output.value }
    }
}

extension OutputFormat: ExpressibleByArgument {}
