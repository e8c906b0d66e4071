import TerminalUI
import ViewModels

/// What the mouse means on a list: a click goes to the row, a second one opens it, the wheel moves on.
struct ListHit {
    /// Where the cursor goes; nil where nothing was hit.
    let move: ListMove?
    /// Whether the row is opened besides.
    let opens: Bool

    /// - Parameters:
    ///   - area: Where the list stands, the titles of its columns included.
    ///   - count: How many rows it has.
    init(_ event: PointerEvent, area: Rect, viewport: ListViewport, count: Int) {
        switch event {
        case .wheel(let rows): (move, opens) = (.by(rows), false)
        case .press(let point, let clicks):
            let line = point.row - area.minRow - ListTable.headHeight
            let shown = viewport.visible(count: count, height: area.rows - ListTable.headHeight)
            guard area.contains(point), line >= 0, line < shown.count else {
                (move, opens) = (nil, false)
                return
            }
            (move, opens) = (.to(shown.lowerBound + line), clicks == 2)
        }
    }
}
