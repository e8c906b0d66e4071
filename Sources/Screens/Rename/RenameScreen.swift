import TerminalUI
import ViewModels

/// The line that renames a device.
final class RenameScreen: AppScreen {
    private var model: RenameModel
    private var field: TextField
    private let scenery: Scenery

    init(_ model: RenameModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
        field = TextField(model.previousName, limit: RenameModel.nameLimit)
    }

    var layer: ScreenLayer { .dialog }
    var focus: ScreenFocus { .text }
    var contexts: [KeyContext] { Situation.form }

    func availability(of command: Command) -> Availability {
        model.phase == .saving && command != .quit ? .unavailable("The name is being saved.") : .available
    }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        switch input {
        case .text(let text):
            if model.phase != .saving { field.apply(text) }
            return []
        case .command(.accept): return model.submit(field.text)
        case .command(.cancel): return [.back]
        case .command(.quit): return [.quit]
        case .message(let message): return model.receive(message)
        default: return []
        }
    }

    func render(into frame: inout FrameBuffer) {
        let palette = scenery.palette
        let inner = DialogFrame(
            title: "Rename the device", scenery: scenery, contexts: contexts, availability: availability
        ).render(into: &frame, height: failureLines(width: 10).isEmpty ? 3 : 6)
        field.render(
            into: &frame,
            area: Rect(column: inner.minColumn, row: inner.minRow, columns: inner.columns, rows: 1),
            style: palette.field, isFocused: model.phase != .saving)
        let hint: SafeText =
            model.phase == .saving
            ? "saving…"
            : SafeText(
                "\(scenery.key(.accept, in: contexts)) saves   \(scenery.key(.cancel, in: contexts)) cancels   "
                    + "\(field.count)/\(field.limit)")
        frame.put(
            hint, column: inner.minColumn, row: inner.minRow + 1, style: palette.label, clip: inner)
        for (offset, line) in failureLines(width: inner.columns).prefix(4).enumerated() {
            frame.put(
                line, column: inner.minColumn, row: inner.minRow + 2 + offset, style: palette.bad, clip: inner
            )
        }
    }

    private func failureLines(width: Int) -> [SafeText] {
        guard case .failed(let failure) = model.phase else { return [] }
        let id = failure.requestId.map { " (request id \($0))" } ?? ""
        return (scenery.palette.symbols.bad + SafeText("\(failure.summary) \(failure.advice)\(id)")).wrapped(
            to: width)
    }
}
