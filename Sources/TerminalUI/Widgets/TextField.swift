/// A line of text that a person edits: what it holds, where the cursor is, and how it is drawn.
public struct TextField: Sendable, Equatable {
    /// The most Unicode scalars it takes.
    public let limit: Int
    private var characters: [Character]
    private var cursor: Int

    /// A field with a text and the cursor at its end.
    ///
    /// - Parameter limit: The most Unicode scalars it takes; a longer text is cut.
    public init(_ text: String = "", limit: Int) {
        self.limit = limit
        characters = Array(String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))))
        cursor = characters.count
    }

    /// The text.
    public var text: String { String(characters) }

    /// How many Unicode scalars the text has: what the service counts.
    public var count: Int { characters.reduce(0) { $0 + $1.unicodeScalars.count } }

    /// Makes a change.
    ///
    /// - Returns: False where nothing could be done, such as typing into a full field.
    @discardableResult
    public mutating func apply(_ input: TextInput) -> Bool {
        let before = self
        switch input {
        case .insert(let text): insert(text)
        case .deleteBackward: if cursor > 0 { remove(cursor - 1..<cursor) }
        case .deleteForward: if cursor < characters.count { remove(cursor..<cursor + 1) }
        case .deleteWordBackward: remove(wordStart..<cursor)
        case .deleteToStart: remove(0..<cursor)
        case .deleteToEnd: remove(cursor..<characters.count)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .start: cursor = 0
        case .end: cursor = characters.count
        }
        return self != before
    }

    /// Draws the text into one row, scrolled so that the cursor is visible, and puts the terminal's cursor
    /// there.
    public func render(into frame: inout FrameBuffer, area: Rect, style: Style, isFocused: Bool) {
        frame.fill(area, style: style)
        guard area.columns > 0, area.rows > 0 else { return }
        let drawn = characters.map { SafeText(String($0)) }
        var before = drawn[..<cursor].reduce(0) { $0 + $1.columns }
        var visible = drawn[...]
        while isFocused, before >= area.columns, let first = visible.popFirst() { before -= first.columns }
        var column = area.minColumn
        for text in visible where column < area.maxColumn {
            column += frame.put(text, column: column, row: area.minRow, style: style, clip: area)
        }
        if isFocused { frame.setCursor(column: area.minColumn + before, row: area.minRow) }
    }

    private mutating func insert(_ text: String) {
        var room = limit - count
        for character in text {
            guard room >= character.unicodeScalars.count else { break }
            // A line break, such as of a pasted text, must not end the entry.
            characters.insert(character.isNewline || character == "\t" ? " " : character, at: cursor)
            cursor += 1
            room -= character.unicodeScalars.count
        }
        recombine()
    }

    /// What now stands side by side may be one character, such as a letter and a combining mark.
    private mutating func recombine() {
        let joined = Array(String(characters))
        guard joined != characters else { return }
        cursor = String(characters[..<cursor]).count
        characters = joined
    }

    private mutating func remove(_ range: Range<Int>) {
        characters.removeSubrange(range)
        cursor = range.lowerBound
        recombine()
    }

    private var wordStart: Int {
        var index = cursor
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        while index < characters.count, !characters[index].isWhitespace { index += 1 }
        return index
    }
}
