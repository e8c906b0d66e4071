import TerminalUI
import ViewModels

/// Every key that works on the screen below, made from the key map.
final class HelpScreen: AppScreen {
    private let shown: [KeyContext]
    private let scenery: Scenery
    private var viewport = ListViewport()
    private var first = 0
    private var size = Size(columns: 0, rows: 0)

    init(contexts: [KeyContext], scenery: Scenery) {
        shown = contexts
        self.scenery = scenery
    }

    var layer: ScreenLayer { .full }
    var focus: ScreenFocus { .commands }
    var contexts: [KeyContext] { Situation.help }

    func availability(of command: Command) -> Availability {
        command == .refresh ? .unavailable("There is nothing to refresh in the help.") : .available
    }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        switch input {
        case .resize(let size): self.size = size
        case .command(let command):
            if let move = ListMove(command, height: height) {
                scroll(move)
            } else if [.back, .leave, .help, .open].contains(command) {
                return [.back]
            } else {
                return CommonCommands(scenery: scenery).run(command) ?? []
            }
        default: break
        }
        return []
    }

    private var height: Int { max(1, size.rows - 5) }

    private func scroll(_ move: ListMove) {
        first = move.target(from: first, count: max(0, lines.count - height) + 1)
    }

    private var lines: [(keys: SafeText, help: SafeText)] {
        scenery.keyMap.bindings(in: shown).map { binding in
            (
                binding.keys.map { SafeText($0.description) }.joined(separator: " "),
                SafeText(binding.help)
            )
        }
    }

    func render(into frame: inout FrameBuffer) {
        let page = Page(scenery: scenery, crumbs: ["Help"], contexts: [.browse])
        guard let body = page.render(into: &frame) else { return }
        let lines = lines
        let width = (lines.map(\.keys.columns).max() ?? 0) + 3
        for (offset, line) in lines.dropFirst(first).prefix(body.rows).enumerated() {
            frame.put(line.keys, column: 3, row: body.minRow + offset, style: scenery.palette.key, clip: body)
            frame.put(line.help, column: 3 + width, row: body.minRow + offset, clip: body)
        }
    }
}
