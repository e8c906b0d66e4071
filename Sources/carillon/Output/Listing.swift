import ChimeIdentity
import Foundation
import TerminalUI

/// Items with the columns in which a table or CSV shows them.
struct Listing<Item: Encodable & Sendable> {
    /// A column.
    struct Column {
        let title: String
        let value: (Item) -> String?

        init(_ title: String, _ value: @escaping (Item) -> String?) {
            self.title = title
            self.value = value
        }
    }

    /// The name that the AWS command line gives the list, such as `AppInstanceUserEndpoints`.
    let member: String
    let columns: [Column]
    let items: [Item]

    /// The text for a format, with a line break at its end.
    func text(_ format: OutputFormat, style: TableStyle) throws -> String {
        switch format {
        case .json: return try JSONText.pretty([member: items])
        case .jsonl: return try items.map { try JSONText.line($0) }.joined()
        case .csv:
            let rows = [columns.map(\.title)] + items.map { item in columns.map { $0.value(item) ?? "" } }
            return rows.map(CSV.line).joined()
        case .table: return table(style)
        }
    }

    private func table(_ style: TableStyle) -> String {
        let heads = columns.map { SafeText($0.title) }
        let rows = items.map { item in columns.map { SafeText($0.value(item) ?? "-") } }
        let widths = heads.indices.map { index in
            rows.reduce(heads[index].columns) { max($0, $1[index].columns) }
        }
        func line(_ cells: [SafeText]) -> String {
            cells.enumerated().map { index, cell in
                index == cells.count - 1 ? cell.string : cell.padded(to: widths[index]).string
            }.joined(separator: "  ") + "\n"
        }
        return style.head(line(heads)) + rows.map { style.row(line($0)) }.joined()
    }
}
