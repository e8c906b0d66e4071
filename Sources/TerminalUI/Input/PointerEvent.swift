/// What a person does with the mouse.
public enum PointerEvent: Hashable, Sendable {
    /// The left button was pressed on a cell.
    ///
    /// - Parameter clicks: 1, or 2 where it was pressed on the same cell just before.
    case press(Point, clicks: Int)
    /// The wheel was turned by so many rows down, or up where it is negative.
    case wheel(Int)
}
