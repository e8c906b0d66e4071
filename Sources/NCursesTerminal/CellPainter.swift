import CNCurses
import Glibc
import TerminalUI

/// Draws cells with ncurses, and only those that have changed.
struct CellPainter {
    private let capabilities: Capabilities
    private var shown: FrameBuffer?
    private var pairs: [ColorPair: Int16] = [:]
    /// What the terminal's cursor is known to be.
    private var isCursorVisible: Bool?

    private struct ColorPair: Hashable {
        let foreground: Int16
        let background: Int16
    }

    init(capabilities: Capabilities) {
        self.capabilities = capabilities
    }

    /// Forgets what is shown, so that the next frame is drawn whole.
    mutating func forget() {
        shown = nil
        isCursorVisible = nil
    }

    mutating func paint(_ frame: FrameBuffer) {
        let window = carillon_stdscr()
        if shown?.size != frame.size {
            werase(window)
            shown = nil
        }
        for row in 0..<frame.size.rows {
            let cells = frame.row(row)
            let old = shown?.row(row)
            if let old, old == cells { continue }
            for (offset, cell) in cells.enumerated() where cell.width > 0 {
                if let old, old[old.startIndex + offset] == cell { continue }
                draw(cell, column: offset, row: row, window: window)
            }
        }
        shown = frame
        if let cursor = frame.cursor {
            showCursor(frame.cursorVisibility == .shown)
            wmove(window, Int32(cursor.row), Int32(cursor.column))
        } else {
            showCursor(false)
            wmove(window, Int32(max(0, frame.size.rows - 1)), 0)
        }
        wrefresh(window)
    }

    private mutating func showCursor(_ isVisible: Bool) {
        guard isVisible != isCursorVisible else { return }
        isCursorVisible = isVisible
        curs_set(isVisible ? 1 : 0)
    }

    private mutating func draw(_ cell: Cell, column: Int, row: Int, window: UnsafeMutablePointer<WINDOW>?) {
        let style = capabilities.adapt(cell.style)
        let attributes = Self.attributes(of: style)
        let pair = pair(for: style)
        var column = Int32(column)
        for text in drawable(cell) {
            var characters = text + [0]
            carillon_put(window, Int32(row), column, &characters, attributes, pair)
            column += 1
        }
    }

    /// What ncurses is given for a cell: the cell's characters where the C library agrees about their width,
    /// else marks of one cell each, so that columns stay aligned.
    private func drawable(_ cell: Cell) -> [[wchar_t]] {
        let scalars = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
        guard let base = scalars.first else { return [] }
        if carillon_width(base) == Int32(cell.width) {
            return [[base] + scalars.dropFirst().filter { carillon_width($0) == 0 }]
        }
        let substitute = ASCIIFallback.character(for: cell.text, isUnicode: capabilities.isUnicode)
        return Array(repeating: [substitute], count: cell.width)
    }

    private static func attributes(of style: Style) -> attr_t {
        var attributes: attr_t = 0
        if style.attributes.contains(.bold) { attributes |= carillon_bold() }
        if style.attributes.contains(.dim) { attributes |= carillon_dim() }
        if style.attributes.contains(.underline) { attributes |= carillon_underline() }
        if style.attributes.contains(.reverse) { attributes |= carillon_reverse() }
        if style.attributes.contains(.italic) { attributes |= carillon_italic() }
        return attributes
    }

    private mutating func pair(for style: Style) -> Int16 {
        let colors = ColorPair(
            foreground: Self.number(style.foreground), background: Self.number(style.background))
        if colors.foreground < 0, colors.background < 0 { return 0 }
        if let known = pairs[colors] { return known }
        guard let next = Int16(exactly: pairs.count + 1), Int32(next) < carillon_color_pairs() else {
            return 0
        }
        init_pair(next, colors.foreground, colors.background)
        pairs[colors] = next
        return next
    }

    /// ncurses' number of a colour; -1 is the terminal's own.
    private static func number(_ color: Color) -> Int16 {
        switch color {
        case .default: -1
        case .ansi(let index), .indexed(let index): Int16(index)
        }
    }
}
