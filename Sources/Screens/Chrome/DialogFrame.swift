import TerminalUI

/// What stands around the body of every dialog: a frame with a title, in the middle, and the keys.
struct DialogFrame {
    let title: SafeText
    let scenery: Scenery
    let contexts: [KeyContext]
    var availability: (Command) -> Availability = { _ in .available }

    /// The widest that dialogs usually are.
    static let usualWidth = 76

    /// The columns that the frame and its margins take.
    static let margin = 4

    /// The width of a dialog on a terminal.
    static func width(in size: Size, atMost width: Int = usualWidth) -> Int {
        min(width, size.columns - margin)
    }

    /// Where the body stands on a terminal.
    ///
    /// - Parameter height: The rows of the body.
    static func bodyArea(in size: Size, width: Int = usualWidth, height: Int) -> Rect {
        area(in: size, width: width, height: height).inset(left: 2, top: 1, right: 2, bottom: 1)
    }

    private static func area(in size: Size, width: Int, height: Int) -> Rect {
        Rect(size).centered(Size(columns: Self.width(in: size, atMost: width), rows: height + 2))
    }

    /// Draws everything around the body and returns the body's area.
    ///
    /// - Parameter height: The rows of the body.
    func render(into frame: inout FrameBuffer, width: Int = usualWidth, height: Int) -> Rect {
        let palette = scenery.palette
        Footer(scenery: scenery, contexts: contexts, availability: availability)
            .render(into: &frame, row: frame.size.rows - 1)
        let area = Self.area(in: frame.size, width: width, height: height)
        return Box(title: title, lines: palette.symbols.hasFrames ? .drawn : .blank).render(
            into: &frame, area: area, style: palette.line, titleStyle: palette.title)
    }
}
