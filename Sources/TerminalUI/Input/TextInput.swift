/// A change of a text field that a person makes.
public enum TextInput: Hashable, Sendable {
    /// Typed or pasted text. Untrusted.
    case insert(String)
    /// Deletes the character to the left.
    case deleteBackward
    /// Deletes the character to the right.
    case deleteForward
    /// Deletes the word to the left.
    case deleteWordBackward
    /// Deletes everything to the left.
    case deleteToStart
    /// Deletes everything to the right.
    case deleteToEnd
    /// Moves one character to the left.
    case left
    /// Moves one character to the right.
    case right
    /// Moves one word to the left.
    case wordLeft
    /// Moves one word to the right.
    case wordRight
    /// Moves to the start.
    case start
    /// Moves to the end.
    case end

    /// The editing keys that people have in their fingers, as in readline; nil for a key that edits nothing.
    public init?(_ key: Key) {
        switch key {
        case .character(let character): self = .insert(String(character))
        case .backspace: self = .deleteBackward
        case .delete, .control("d"): self = .deleteForward
        case .control("w"): self = .deleteWordBackward
        case .control("u"): self = .deleteToStart
        case .control("k"): self = .deleteToEnd
        case .left, .control("b"): self = .left
        case .right, .control("f"): self = .right
        case .wordLeft, .alt("b"): self = .wordLeft
        case .wordRight, .alt("f"): self = .wordRight
        case .home, .control("a"): self = .start
        case .end, .control("e"): self = .end
        default: return nil
        }
    }
}
