import TerminalUI
import ViewModels

/// A question with what will change. Cancel has the focus.
final class ConfirmScreen: AppScreen {
    private var model: ConfirmModel
    private var size = Size(columns: 0, rows: 0)
    private var firstLine = 0
    private let scenery: Scenery

    init(_ model: ConfirmModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
    }

    var layer: ScreenLayer { .dialog }
    var focus: ScreenFocus { .commands }
    var contexts: [KeyContext] { Situation.dialog }

    func availability(of command: Command) -> Availability {
        command == .yes && model.confirmation.cause == .event
            ? .unavailable("This question has come by itself; choose a button.") : .available
    }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        switch input {
        case .resize(let size): self.size = size
        case .command(let command): return run(command)
        case .pointer(.wheel(let rows)): scroll(.by(rows))
        case .pointer(.press(let point, _)):
            switch buttons.first(where: { $0.area.contains(point) })?.choice {
            case .cancel?: return [.back]
            case .accept?: return model.accept()
            case nil: break
            }
        default: break
        }
        return []
    }

    private func run(_ command: Command) -> [Effect] {
        if let move = ListMove(command, height: shownLines) {
            scroll(move)
            return []
        }
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

    private func scroll(_ move: ListMove) {
        firstLine = move.target(from: firstLine, count: max(0, lines.count - shownLines) + 1)
    }

    private var lines: [SafeText] {
        model.confirmation.details.flatMap {
            SafeText($0).wrapped(to: max(10, DialogFrame.width(in: size) - DialogFrame.margin))
        }
    }

    /// How many lines are seen at one time.
    private var shownLines: Int { max(1, min(lines.count, size.rows - 8)) }

    /// The lines, a blank above and below them, and the buttons.
    private var height: Int { shownLines + 3 }

    private var buttons: [(choice: ConfirmModel.Choice, text: SafeText, area: Rect)] {
        let body = DialogFrame.bodyArea(in: size, height: height)
        var column = body.minColumn
        return [
            (ConfirmModel.Choice.cancel, SafeText("Cancel")), (.accept, SafeText(model.confirmation.accept)),
        ].map { choice, title in
            let text = model.focus == choice ? "[ " + title + " ]" : "  " + title + "  "
            defer { column += text.columns + 2 }
            return (choice, text, Rect(column: column, row: body.maxRow - 1, columns: text.columns, rows: 1))
        }
    }

    func render(into frame: inout FrameBuffer) {
        let palette = scenery.palette
        let inner = DialogFrame(
            title: SafeText(model.confirmation.title), scenery: scenery, contexts: contexts,
            availability: availability
        ).render(into: &frame, height: height)
        for (offset, line) in lines.dropFirst(firstLine).prefix(shownLines).enumerated() {
            frame.put(line, column: inner.minColumn, row: inner.minRow + 1 + offset, clip: inner)
        }
        let hidden = lines.count - firstLine - shownLines
        if hidden > 0 {
            frame.put(
                SafeText("\(hidden) more, \(scenery.key(.down, in: contexts))"), column: inner.minColumn,
                row: inner.maxRow - 2, style: palette.notable, clip: inner)
        }
        for (choice, text, area) in buttons {
            let isFocused = model.focus == choice
            if isFocused {
                frame.setCursor(column: area.minColumn, row: area.minRow, palette.symbols.cursorVisibility)
            }
            frame.put(
                text, column: area.minColumn, row: area.minRow,
                style: isFocused ? palette.focus : palette.text,
                clip: inner)
        }
    }
}
