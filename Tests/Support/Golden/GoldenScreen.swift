import Foundation
import TerminalUI
import Testing

/// A screen as a readable text: its rows, then the runs of style that are not plain.
public enum GoldenScreen {
    /// Compares a frame with the file of a name, beside the test in `Golden/`.
    ///
    /// With `CARILLON_RECORD_GOLDEN=1` in the environment the file is written instead.
    public static func check(
        _ frame: FrameBuffer, _ name: String, test: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(fileURLWithPath: test).deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name).txt")
        let actual = text(of: frame)
        if ProcessInfo.processInfo.environment["CARILLON_RECORD_GOLDEN"] == "1" {
            try actual.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        guard actual != expected else { return }
        Issue.record(
            "\(name) differs:\n\(difference(expected, actual))", sourceLocation: sourceLocation)
    }

    /// The text of a frame.
    public static func text(of frame: FrameBuffer) -> String {
        var rows: [String] = []
        var styles: [String] = []
        for row in 0..<frame.size.rows {
            var text = frame.row(row).map(\.text).joined()
            while text.last == " " { text.removeLast() }
            rows.append("|" + text)
            styles += runs(Array(frame.row(row)), row: row)
        }
        let cursor = frame.cursor.map { "cursor \($0.row):\($0.column)" } ?? "cursor hidden"
        return (rows + ["", cursor] + styles).joined(separator: "\n") + "\n"
    }

    private static func runs(_ cells: [Cell], row: Int) -> [String] {
        var runs: [String] = []
        var start = 0
        while start < cells.count {
            let style = cells[start].style
            var end = start
            while end + 1 < cells.count, cells[end + 1].style == style { end += 1 }
            if style != .plain { runs.append("\(row):\(start)-\(end) \(words(style))") }
            start = end + 1
        }
        return runs
    }

    private static func words(_ style: Style) -> String {
        let colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        func word(_ color: Color) -> String? {
            switch color {
            case .default: nil
            case .ansi(let index): index < 8 ? colors[Int(index)] : "bright-\(colors[Int(index) - 8])"
            case .indexed(let index): "color\(index)"
            }
        }
        let attributes: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
            (.italic, "italic"),
        ]
        return
            ([word(style.foreground), word(style.background).map { "on \($0)" }].compactMap { $0 }
            + attributes.filter { style.attributes.contains($0.0) }.map(\.1)).joined(separator: " ")
    }

    /// The lines that differ, the expected one first.
    private static func difference(_ expected: String, _ actual: String) -> String {
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
        return (0..<max(left.count, right.count)).compactMap { index in
            let before = index < left.count ? left[index] : ""
            let after = index < right.count ? right[index] : ""
            return before == after ? nil : "line \(index + 1)\n- \(before)\n+ \(after)"
        }.joined(separator: "\n")
    }
}
