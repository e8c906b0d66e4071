/// Tells two screens apart, even two that show the same.
public struct ScreenID: Hashable, Sendable {
    /// The number, unique while the program runs.
    public let rawValue: Int

    /// Wraps a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }
}

/// How a screen stands on the ones below it.
public enum ScreenLayer: Sendable, Hashable {
    /// It covers all of them.
    case full
    /// It is drawn over the one below, which stays visible.
    case dialog
}

/// What happens to a screen.
public enum ScreenInput<Message> {
    /// A command that is available.
    case command(Command)
    /// A command that is not available, and why.
    case refused(Command, reason: String)
    /// Editing of the text field that has the focus.
    case text(TextInput)
    /// The mouse was used.
    case pointer(PointerEvent)
    /// Something that happened outside.
    case message(Message)
    /// The terminal has this size; told before anything else and when it changes.
    case resize(Size)
    /// The screen has come onto the stack; told once.
    case appeared
    /// The screen above it has gone.
    case uncovered
}

/// One view of the program. `handle` changes its own state and says what else should happen; `render` draws
/// and changes nothing.
public protocol Screen<Effect, Message>: AnyObject {
    /// What a screen can ask for.
    associatedtype Effect
    /// What a screen can be told.
    associatedtype Message

    /// Where keys are looked up, the most specific context first.
    var contexts: [KeyContext] { get }
    /// How the screen stands on the ones below.
    var layer: ScreenLayer { get }
    /// Whether a text field has the focus: keys that edit text then go to it unless the first context binds
    /// them.
    var focus: ScreenFocus { get }

    /// Whether a command can run now.
    func availability(of command: Command) -> Availability
    /// Takes what has happened and returns what should happen outside.
    func handle(_ input: ScreenInput<Message>) -> [Effect]
    /// Draws the screen.
    func render(into frame: inout FrameBuffer)
}

extension Screen {
    /// Runs a command, or tells the screen why it cannot run.
    public func run(_ command: Command) -> [Effect] {
        switch availability(of: command) {
        case .available: handle(.command(command))
        case .unavailable(let reason): handle(.refused(command, reason: reason))
        }
    }
}

/// Where typed characters go.
public enum ScreenFocus: Sendable, Hashable {
    /// To commands only.
    case commands
    /// To a text field, except for keys that do not type, such as Enter, where a command has them.
    case text
}
