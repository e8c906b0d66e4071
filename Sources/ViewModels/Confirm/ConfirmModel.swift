/// A question with two buttons. Cancel has the focus, so that Enter alone changes nothing.
public struct ConfirmModel: Sendable, Equatable {
    /// A button.
    public enum Choice: Sendable, Hashable {
        /// Nothing happens.
        case cancel
        /// It goes ahead.
        case accept
    }

    /// The question.
    public let confirmation: Confirmation
    /// The button that has the focus.
    public private(set) var focus = Choice.cancel

    /// A question.
    public init(_ confirmation: Confirmation) {
        self.confirmation = confirmation
    }

    /// Moves the focus to the other button.
    public mutating func switchFocus() {
        focus = focus == .cancel ? .accept : .cancel
    }

    /// Presses the button that has the focus.
    public func press() -> [Effect] { focus == .accept ? accept() : [.back] }

    /// Goes ahead.
    public func accept() -> [Effect] { [.answer(.confirmed(confirmation.purpose)), .back] }
}
