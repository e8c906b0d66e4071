import TerminalUI
import ViewModels

/// The menu of what can be copied.
final class CopyScreen: AppScreen {
    private var model: CopyModel
    private let scenery: Scenery

    init(_ model: CopyModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
    }

    var layer: ScreenLayer { .dialog }
    var focus: ScreenFocus { .commands }
    var contexts: [KeyContext] { Situation.menu }

    func availability(of command: Command) -> Availability { .available }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        guard case .command(let command) = input else { return [] }
        if let move = ListMove(command, height: model.items.count) {
            model.move(move)
            return []
        }
        switch command {
        case .accept: return model.copy()
        case .cancel: return [.back]
        case .quit: return [.quit]
        default: return []
        }
    }

    func render(into frame: inout FrameBuffer) {
        let palette = scenery.palette
        let inner = DialogFrame(title: "Copy", scenery: scenery, contexts: contexts)
            .render(into: &frame, height: model.items.count + 1)
        for (index, item) in model.items.enumerated() {
            let row = inner.minRow + index
            let isSelected = index == model.cursor
            let style = item.obstacle == nil ? palette.text : palette.label
            if isSelected {
                frame.put(
                    palette.symbols.cursor, column: inner.minColumn, row: row, style: palette.key, clip: inner
                )
                frame.setCursor(
                    column: inner.minColumn, row: row, palette.symbols.cursorVisibility)
            }
            frame.put(
                SafeText(item.title), column: inner.minColumn + 2, row: row,
                style: isSelected ? palette.onCursor(style) : style, clip: inner)
            frame.put(
                preview(of: item).truncated(to: inner.columns - 18),
                column: inner.minColumn + 18,
                row: row, style: palette.label, clip: inner)
        }
        if let refusal = model.refusal {
            frame.put(
                SafeText(refusal).truncated(to: inner.columns), column: inner.minColumn,
                row: inner.maxRow - 1,
                style: palette.notable, clip: inner)
        }
    }

    /// What cannot be copied is not shown either.
    private func preview(of item: CopyItem) -> SafeText {
        item.obstacle == nil ? SafeText(item.preview, limit: 200) : scenery.palette.symbols.mask
    }
}
