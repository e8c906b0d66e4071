import ChimeIdentity
import Settings
import TerminalUI

/// One thing with its members, a line each.
struct Details<Value: Encodable & Sendable> {
    /// What is written as JSON; the AWS command line's nesting is the value's own.
    let value: Value
    let fields: [(name: String, value: String?)]

    /// The text for a format, with a line break at its end.
    func text(_ format: OutputFormat) throws -> String {
        switch format {
        case .json: return try JSONText.pretty(value)
        case .jsonl: return try JSONText.line(value)
        case .csv: return CSV.line(fields.map(\.name)) + CSV.line(fields.map { $0.value ?? "" })
        case .table:
            let width = fields.map(\.name.count).max() ?? 0
            return fields.map { field in
                SafeText(field.name).padded(to: width).string + "  " + SafeText(field.value ?? "-").string
                    + "\n"
            }.joined()
        }
    }
}
