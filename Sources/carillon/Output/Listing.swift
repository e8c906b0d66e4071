import ChimeIdentity
import Foundation
import Settings
import TerminalUI

/// Items with the columns in which a table or CSV shows them.
struct Listing<Item: Encodable & Sendable> {
    /// A column.
    struct Column {
        /// What stands above it in a table.
        let title: String
        /// AWS's name of the member, which stands above it in CSV.
        let member: String
        let value: (Item) -> String?

        init(_ title: String, _ member: String, _ value: @escaping (Item) -> String?) {
            self.title = title
            self.member = member
            self.value = value
        }
    }

    /// The name that the AWS command line gives the list, such as `AppInstanceUserEndpoints`.
    let member: String
    /// The members that the AWS command line writes beside the list, by name.
    var siblings: [String: String] = [:]
    let columns: [Column]
    let items: [Item]

    /// The text for a format, with a line break at its end.
    func text(_ format: OutputFormat, style: TableStyle) throws -> String {
        switch format {
        case .json:
            var object = siblings.mapValues(JSONMember<Item>.text)
            object[member] = .items(items)
            return try JSONText.pretty(object)
        case .jsonl: return try items.map { try JSONText.line($0) }.joined()
        case .csv:
            let rows = [columns.map(\.member)] + items.map { item in columns.map { $0.value(item) ?? "" } }
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

/// A member of a listing's JSON object.
private enum JSONMember<Item: Encodable>: Encodable {
    case text(String)
    case items([Item])

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text): try text.encode(to: encoder)
        case .items(let items): try items.encode(to: encoder)
        }
    }
}
