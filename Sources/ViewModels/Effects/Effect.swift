/// What a screen wants to happen outside itself, as data.
public enum Effect: Sendable, Equatable {
    /// Shows another screen on top of this one.
    case open(Route)
    /// Shows another screen in place of this one.
    case replace(Route)
    /// Closes this screen, unless it is the first one.
    case back
    /// Closes this screen. With the first one the program ends.
    case leave
    /// Ends the program.
    case quit
    /// Reads from the service; the answer comes back as `Message.loaded`.
    case load(Query)
    /// Changes something on the service; the outcome comes back as `Message.written` to every screen.
    case write(Write)
    /// Changes several things, one after the other, each with an outcome of its own.
    case writeAll([Write])
    /// Takes back the last write that can be taken back.
    case undo
    /// Runs a command, by its name in the key map, on the screen below, after closing this one.
    case run(command: String)
    /// Puts a text on the clipboard.
    case copy(CopyItem)
    /// Goes on with another profile or region, from the first screen on.
    case choose(SessionChoice.Part, String)
    /// Hands in the code of an MFA device; nil for none.
    case answerCode(CodeRequest, String?)
    /// Hands a message to the screen below this one, such as the answer to its question.
    case answer(Answer)
}

/// What a dialog tells the screen that opened it.
public enum Answer: Sendable, Equatable {
    /// The person agreed to what `Confirmation.purpose` names.
    case confirmed(Confirmation.Purpose)
}
