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
        Footer(scenery: scenery, contexts: contexts, availability: availability)
            .render(into: &frame, row: frame.size.rows - 1)
        let width = min(76, frame.size.columns - 4)
        let lines = SafeText("The code that \(model.request.serial) shows:").wrapped(to: max(10, width - 4))
            .prefix(3)
        let area = frame.bounds.centered(Size(columns: width, rows: lines.count + 5))
        let inner = Box(title: "A code is needed").render(
            into: &frame, area: area, style: palette.line, titleStyle: palette.title)
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
                SafeText("✗ \(problem)"), column: inner.minColumn, row: row + 1, style: palette.bad,
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
