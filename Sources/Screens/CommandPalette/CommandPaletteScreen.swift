import TerminalUI
import ViewModels

/// Finds a command by typing.
final class CommandPaletteScreen: AppScreen {
    private var model: CommandPaletteModel
    private var field = TextField(limit: 80)
    private var viewport = ListViewport()
    private var size = Size(columns: 0, rows: 0)
    private let scenery: Scenery

    /// The most commands that are seen at one time.
    private static let height = 14

    init(_ model: CommandPaletteModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
    }

    var layer: ScreenLayer { .dialog }
    var focus: ScreenFocus { .text }
    var contexts: [KeyContext] { Situation.menuInput }

    func availability(of command: Command) -> Availability { .available }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        defer { viewport.follow(model.cursor, count: model.hits.count, height: listHeight) }
        switch input {
        case .resize(let size): self.size = size
        case .text(let text):
            if field.apply(text) { model.type(field.text) }
        case .command(let command):
            if let move = ListMove(command, height: listHeight) {
                model.move(move)
                return []
            }
            switch command {
            case .accept: return model.run()
            case .cancel: return [.back]
            case .quit: return [.quit]
            default: break
            }
        default: break
        }
        return []
    }

    private var listHeight: Int { max(1, min(Self.height, size.rows - 8)) }

    func render(into frame: inout FrameBuffer) {
        let palette = scenery.palette
        let inner = DialogFrame(title: "Commands", scenery: scenery, contexts: contexts)
            .render(into: &frame, width: 100, height: listHeight + 2)
        frame.put(":", column: inner.minColumn, row: inner.minRow, style: palette.key, clip: inner)
        field.render(
            into: &frame,
            area: Rect(column: inner.minColumn + 1, row: inner.minRow, columns: inner.columns - 1, rows: 1),
            style: palette.field, isFocused: true)
        let list = inner.inset(top: 1, bottom: 1)
        for (line, index) in viewport.visible(count: model.hits.count, height: list.rows).enumerated() {
            render(
                model.hits[index], isSelected: index == model.cursor, row: list.minRow + line, in: list,
                &frame)
        }
        frame.put(
            message.truncated(to: inner.columns), column: inner.minColumn, row: inner.maxRow - 1,
            style: palette.notable, clip: inner)
    }

    private func render(
        _ hit: CommandPaletteModel.Hit, isSelected: Bool, row: Int, in area: Rect, _ frame: inout FrameBuffer
    ) {
        let palette = scenery.palette
        let isAvailable = hit.item.obstacle == nil
        let style = isAvailable ? palette.text : palette.label
        let column = area.minColumn + 2
        if isSelected {
            frame.put(
                palette.symbols.cursor, column: area.minColumn, row: row, style: palette.key, clip: area)
        }
        let shown = isSelected ? palette.onCursor(style) : style
        frame.put(SafeText(hit.item.name), column: column, row: row, style: shown, clip: area)
        for place in hit.places {
            frame.put(
                SafeText(
                    String(hit.item.name[hit.item.name.index(hit.item.name.startIndex, offsetBy: place)])),
                column: column + place, row: row, style: shown.adding(.underline), clip: area)
        }
        let keys = SafeText(hit.item.keys).truncated(to: 14)
        frame.put(
            keys, column: column + 24, row: row, style: isAvailable ? palette.key : palette.label, clip: area)
        let words = hit.item.obstacle ?? hit.item.help
        frame.put(
            SafeText(words).truncated(to: max(0, area.maxColumn - column - 40)), column: column + 40,
            row: row,
            style: shown, clip: area)
    }

    private var message: SafeText {
        if let refusal = model.refusal { return SafeText(refusal) }
        return model.hits.isEmpty ? "No command has these letters." : .empty
    }
}
