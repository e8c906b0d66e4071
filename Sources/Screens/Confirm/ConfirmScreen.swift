import TerminalUI
import ViewModels

/// A question with what will change. Cancel has the focus.
final class ConfirmScreen: AppScreen {
    private var model: ConfirmModel
    private let scenery: Scenery

    init(_ model: ConfirmModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
    }

    var layer: ScreenLayer { .dialog }
    var focus: ScreenFocus { .commands }
    var contexts: [KeyContext] { Situation.dialog }

    func availability(of command: Command) -> Availability { .available }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        guard case .command(let command) = input else { return [] }
        switch command {
        case .switchButton: model.switchFocus()
        case .pressButton: return model.press()
        case .yes: return model.accept()
        case .cancel: return [.back]
        case .quit: return [.quit]
        default: break
        }
        return []
    }

    func render(into frame: inout FrameBuffer) {
        let palette = scenery.palette
        let lines = model.confirmation.details.flatMap {
            SafeText($0).wrapped(to: max(10, DialogFrame.width(in: frame.size) - DialogFrame.margin))
        }
        let shown = lines.prefix(max(1, frame.size.rows - 8))
        let inner = DialogFrame(
            title: SafeText(model.confirmation.title), scenery: scenery, contexts: contexts
        ).render(into: &frame, height: shown.count + 3)
        for (offset, line) in shown.enumerated() {
            frame.put(line, column: inner.minColumn, row: inner.minRow + 1 + offset, clip: inner)
        }
        let row = inner.maxRow - 1
        var column = inner.minColumn
        for (choice, title) in [
            (ConfirmModel.Choice.cancel, SafeText("Cancel")), (.accept, SafeText(model.confirmation.accept)),
        ] {
            let isFocused = model.focus == choice
            let text = isFocused ? "[ " + title + " ]" : "  " + title + "  "
            if isFocused { frame.setCursor(column: column, row: row, palette.symbols.cursorVisibility) }
            column +=
                frame.put(
                    text, column: column, row: row,
                    style: isFocused ? palette.title.adding(.reverse) : palette.text, clip: inner) + 2
        }
    }
}
