import TerminalUI
import ViewModels

/// The typing of a filter: whether it goes on, and what was typed.
struct FilterInput {
    /// What is typed.
    private(set) var field = TextField(limit: 200)
    /// Whether the field has the focus.
    private(set) var isTyping = false

    /// Whether there is something to show.
    var isVisible: Bool { isTyping || !field.text.isEmpty }

    /// Starts typing.
    mutating func begin() {
        isTyping = true
    }

    /// Ends typing and keeps the filter.
    mutating func keep() {
        isTyping = false
    }

    /// Ends typing and empties the filter.
    mutating func clear() {
        isTyping = false
        field = TextField(limit: 200)
    }

    /// Edits the text.
    mutating func apply(_ input: TextInput) {
        field.apply(input)
    }
}
