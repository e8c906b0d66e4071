/// A question with a list of what will change. Cancel has the focus.
public struct Confirmation: Hashable, Sendable {
    /// What is asked about; handed back when the person agrees.
    public enum Purpose: Hashable, Sendable {
        /// Send a write that would otherwise be sent at once.
        case send
        /// Send these writes.
        case sendAll([Write])
        /// Remove the old endpoint before the corrected one is registered.
        case removeFirst
        /// Leave an editor that has unsaved changes.
        case discardChanges
    }

    /// What is asked about.
    public let purpose: Purpose
    /// The question.
    public let title: String
    /// What will change, a line each. Untrusted text.
    public let details: [String]
    /// The word on the button that goes ahead.
    public let accept: String
    /// Why it is asked now.
    public private(set) var cause = Cause.key

    /// Why a question is asked.
    public enum Cause: Hashable, Sendable {
        /// The person has pressed a key for it.
        case key
        /// Something has happened. The next key may have been meant for what was there before.
        case event
    }

    /// A question.
    public init(purpose: Purpose, title: String, details: [String], accept: String) {
        self.purpose = purpose
        self.title = title
        self.details = details
        self.accept = accept
    }

    /// The same question, asked because something has happened.
    public func causedByEvent() -> Confirmation {
        var confirmation = self
        confirmation.cause = .event
        return confirmation
    }
}
