/// What is different between the screen that was wanted and the one that was drawn, for a person to read.
public struct ScreenDifference: CustomStringConvertible {
    /// Lines that begin with `-` are wanted, lines that begin with `+` are drawn.
    public let description: String

    /// Nil where there is no difference.
    public init?(wanted: ScreenText, drawn: ScreenText) {
        guard wanted != drawn else { return nil }
        var lines: [String] = []
        if wanted.head != drawn.head { lines += ["- \(wanted.head)", "+ \(drawn.head)"] }
        for row in 0..<max(wanted.rows.count, drawn.rows.count) {
            let (old, new) = (Self.line(row, of: wanted.rows), Self.line(row, of: drawn.rows))
            guard old != new else { continue }
            let same = zip(old ?? "", new ?? "").prefix { $0 == $1 }.count
            if let old { lines.append("- \(Self.label(row))|\(old)") }
            if let new { lines.append("+ \(Self.label(row))|\(new)") }
            lines.append(String(repeating: " ", count: 7 + same) + "^")
        }
        let missing = wanted.styles.filter { !drawn.styles.contains($0) }
        let extra = drawn.styles.filter { !wanted.styles.contains($0) }
        lines += missing.map { "- style \($0)" } + extra.map { "+ style \($0)" }
        description = lines.joined(separator: "\n")
    }

    private static func line(_ row: Int, of rows: [String]) -> String? {
        row < rows.count ? rows[row] : nil
    }

    private static func label(_ row: Int) -> String {
        let number = String(row)
        return String(repeating: " ", count: max(0, 4 - number.count)) + number
    }
}
