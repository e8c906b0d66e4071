import TerminalUI
import ViewModels

/// Words in place of rows: while they are being read, when there are none, and when they cannot be read.
struct Placeholder {
    let lines: [(text: SafeText, style: Style)]

    init(_ text: SafeText, hint: SafeText = .empty, palette: Palette) {
        lines = [(text, palette.text), (hint, palette.label)]
    }

    func render(into frame: inout FrameBuffer, area: Rect) {
        var row = area.minRow + min(2, area.rows / 3)
        for (text, style) in lines {
            for line in text.wrapped(to: max(1, area.columns - 6)) where row < area.maxRow {
                frame.put(line, column: area.minColumn + 3, row: row, style: style, clip: area)
                row += 1
            }
        }
    }
}
