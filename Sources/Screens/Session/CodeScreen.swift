import TerminalUI
import ViewModels

/// Asks for the code of an MFA device.
final class CodeScreen: AppScreen {
    private var model: CodeModel
    private var field = TextField(limit: CodeModel.length)
    private let scenery: Scenery

    init(_ model: CodeModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
    }

    var layer: ScreenLayer { .dialog }
    var focus: ScreenFocus { .text }
    var contexts: [KeyContext] { Situation.form }

    func availability(of command: Command) -> Availability { .available }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        switch input {
        case .text(let text): field.apply(text)
        case .command(.accept): return model.submit(field.text)
        case .command(.cancel): return model.cancel()
        case .command(.quit): return [.quit]
        default: break
        }
        return []
    }

    func render(into frame: inout FrameBuffer) {
        let palette = scenery.palette
        let lines = SafeText("The code that \(model.request.serial) shows:")
            .wrapped(to: max(10, DialogFrame.width(in: frame.size) - DialogFrame.margin)).prefix(3)
        let inner = DialogFrame(title: "A code is needed", scenery: scenery, contexts: contexts)
            .render(into: &frame, height: lines.count + 3)
        for (offset, line) in lines.enumerated() {
            frame.put(line, column: inner.minColumn, row: inner.minRow + offset, clip: inner)
        }
        let row = inner.minRow + lines.count
        field.render(
            into: &frame,
            area: Rect(column: inner.minColumn, row: row, columns: CodeModel.length + 2, rows: 1),
            style: palette.field, isFocused: true)
        if let problem = model.problem {
            frame.put(
                palette.symbols.bad + SafeText(problem), column: inner.minColumn, row: row + 1,
                style: palette.bad,
                clip: inner)
        } else {
            frame.put(
                SafeText(
                    "\(scenery.key(.accept, in: contexts)) goes on   "
                        + "\(scenery.key(.cancel, in: contexts)) gives none"), column: inner.minColumn,
                row: row + 1,
                style: palette.label, clip: inner)
        }
    }
}
