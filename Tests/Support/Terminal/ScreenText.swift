import TerminalUI

/// A frame as text that a person can read: what stands where, then how it looks.
///
///     20x2 cursor 1:5
///      Devices
///      > Phone    ACTIVE
///     styles
///     0:1-7 bold
///     1:12-17 green
///
/// Places are `row:column`, counted from 0; rows are cut after their last character that is no blank.
public struct ScreenText: Equatable, CustomStringConvertible {
    /// The size and where the cursor is.
    public let head: String
    /// The text of each row.
    public let rows: [String]
    /// The stretches of cells that do not look plain.
    public let styles: [String]

    private static let separator = "styles"

    /// The text of a frame.
    public init(_ frame: FrameBuffer) {
        let sign = frame.cursorVisibility == .shown ? "cursor" : "hidden cursor"
        let cursor = frame.cursor.map { " \(sign) \($0.row):\($0.column)" } ?? ""
        head = "\(frame.size.columns)x\(frame.size.rows)\(cursor)"
        rows = (0..<frame.size.rows).map { row in
            let text = frame.row(row).map(\.text).joined()
            return String(
                text[..<(text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex)])
        }
        styles = (0..<frame.size.rows).flatMap { Self.runs(of: frame, row: $0) }
    }

    /// Reads what `description` has written; nil for anything else.
    public init?(_ description: String) {
        var lines = description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        guard let head = lines.first, let x = head.firstIndex(of: "x"),
            let count = Int(head[head.index(after: x)...].prefix { $0.isNumber }), lines.count >= count + 2,
            lines[count + 1] == Self.separator
        else { return nil }
        self.head = head
        rows = Array(lines[1...count])
        styles = Array(lines[(count + 2)...])
    }

    /// All of it, one line each.
    public var description: String {
        ([head] + rows + [Self.separator] + styles).map { $0 + "\n" }.joined()
    }

    private static func runs(of frame: FrameBuffer, row: Int) -> [String] {
        var runs: [String] = []
        var start = 0
        let cells = Array(frame.row(row))
        for column in cells.indices {
            let isLast = column + 1 == cells.count
            guard isLast || cells[column + 1].style != cells[column].style else { continue }
            if cells[column].style != .plain {
                let columns = start == column ? "\(start)" : "\(start)-\(column)"
                runs.append("\(row):\(columns) \(words(for: cells[column].style))")
            }
            start = column + 1
        }
        return runs
    }

    private static func words(for style: Style) -> String {
        var words: [String] = []
        if style.foreground != .default { words.append(name(of: style.foreground)) }
        if style.background != .default { words.append("on-" + name(of: style.background)) }
        let attributes: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
            (.reverse, "reverse"),
        ]
        words += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        return words.joined(separator: " ")
    }

    private static func name(of color: Color) -> String {
        let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return switch color {
        case .default: "default"
        case .ansi(let index) where index < 8: names[Int(index)]
        case .ansi(let index) where index < 16: "bright-" + names[Int(index) - 8]
        case .ansi(let index), .indexed(let index): "color-\(index)"
        }
    }
}
