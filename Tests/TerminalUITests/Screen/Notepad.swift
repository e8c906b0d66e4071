@testable import TerminalUI

/// A screen that notes what it is told and shows its last lines.
final class Notepad: Screen {
    /// What a notepad asks for.
    enum Effect: Equatable {
        case open
        case close
    }

    let layer: ScreenLayer
    var focus = ScreenFocus.commands
    var isBroken = false
    private(set) var notes: [String] = []
    private(set) var text = ""

    init(layer: ScreenLayer = .full) {
        self.layer = layer
    }

    static let pad = KeyContext(rawValue: "pad")
    static let anywhere = KeyContext(rawValue: "anywhere")
    static let open = Command(rawValue: "open")
    static let close = Command(rawValue: "close")
    static let fix = Command(rawValue: "fix")

    static let keyMap = KeyMap([
        Binding(pad, [.character("o")], open, help: "Open another"),
        Binding(pad, [.enter, .control("u")], fix, help: "Fix"),
        Binding(anywhere, [.character("q"), .escape], close, help: "Close"),
    ])

    var contexts: [KeyContext] { [Self.pad, Self.anywhere] }

    func availability(of command: Command) -> Availability {
        isBroken && command == Self.fix ? .unavailable("It cannot be fixed.") : .available
    }

    func handle(_ input: ScreenInput<String>) -> [Effect] {
        switch input {
        case .command(let command):
            notes.append(command.rawValue)
            return command == Self.open ? [.open] : command == Self.close ? [.close] : []
        case .refused(let command, let reason): notes.append("\(command.rawValue): \(reason)")
        case .text(.insert(let typed)): text += typed
        case .text(let edit): notes.append("\(edit)")
        case .pointer(let event): notes.append("\(event)")
        case .message(let message): notes.append("message \(message)")
        case .resize(let size): notes.append("\(size.columns)x\(size.rows)")
        case .appeared: notes.append("appeared")
        case .uncovered: notes.append("uncovered")
        }
        return []
    }

    func render(into frame: inout FrameBuffer) {
        let row = layer == .full ? 0 : 1
        frame.put(SafeText((notes.last ?? "new") + " " + text), column: 0, row: row)
    }
}
