/// One character cell of a frame.
public struct Cell: Hashable, Sendable {
    /// What stands in the cell: a base character with up to four combining marks. Empty in the right half of
    /// a wide character.
    public var text: String
    /// How many cells the character takes: 1 or 2; 0 in the right half of a wide one.
    public var width: Int
    /// How it looks.
    public var style: Style

    /// A cell.
    public init(text: String, width: Int, style: Style) {
        self.text = text
        self.width = width
        self.style = style
    }

    /// A blank.
    public static let blank = Cell(text: " ", width: 1, style: .plain)
}
