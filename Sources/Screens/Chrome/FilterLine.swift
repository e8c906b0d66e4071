import TerminalUI
import ViewModels

/// The line on which a filter is typed or shown.
struct FilterLine {
    let field: TextField
    let isTyping: Bool
    let isMalformed: Bool
    let summary: SafeText

    func render(into frame: inout FrameBuffer, area: Rect, palette: Palette) {
        frame.put("/", column: area.minColumn, row: area.minRow, style: palette.key)
        let note = isMalformed ? SafeText("not a regular expression") : summary
        let noteColumn = area.maxColumn - note.columns - 1
        frame.put(
            note, column: noteColumn, row: area.minRow, style: isMalformed ? palette.bad : palette.label)
        field.render(
            into: &frame,
            area: Rect(
                column: area.minColumn + 2, row: area.minRow,
                columns: max(0, noteColumn - area.minColumn - 4), rows: 1),
            style: isTyping ? palette.field : palette.text, isFocused: isTyping)
    }
}
