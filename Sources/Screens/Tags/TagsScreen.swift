import TerminalUI
import ViewModels

/// The tag editor.
final class TagsScreen: AppScreen {
    private enum Entry {
        case none
        case adding(key: TextField, value: TextField, isInValue: Bool)
        case editing(key: String, value: TextField)
    }

    private var model: TagsModel
    private var entry = Entry.none
    private var problem: String?
    private var viewport = ListViewport()
    private var size = Size(columns: 0, rows: 0)
    private let scenery: Scenery

    init(_ model: TagsModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
    }

    var layer: ScreenLayer { .full }

    var focus: ScreenFocus {
        if case .none = entry { .commands } else { .text }
    }

    var contexts: [KeyContext] {
        if case .none = entry { Situation.tags } else { Situation.form }
    }

    func availability(of command: Command) -> Availability {
        switch command {
        case .addTag, .editTag, .removeTag, .saveTags, .undo:
            if scenery.isReadOnly {
                return .unavailable(Scenery.readOnly)
            }
            if model.saving != nil { return .unavailable("The changes are being saved.") }
            if model.base.value == nil { return .unavailable("The tags have not been read yet.") }
            if command == .editTag || command == .removeTag, model.selected == nil {
                return .unavailable(
                    "There is no tag; press \(scenery.key(.addTag, in: Situation.tags)) to add one.")
            }
            return .available
        case .copy where copies.isEmpty: return .unavailable("There is no tag to copy.")
        default: return CommonCommands(scenery: scenery).availability(of: command) ?? .available
        }
    }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        defer {
            viewport.follow(
                model.rows.isEmpty ? nil : model.cursor.index, count: model.rows.count,
                height: max(1, listArea.rows - ListTable.headHeight))
        }
        switch input {
        case .resize(let size): self.size = size
        case .appeared: return model.start()
        case .message(let message): return model.receive(message)
        case .refused(_, let reason): model.refuse(reason)
        case .text(let text): edit(text)
        case .command(let command): return run(command)
        case .pointer(let event):
            let hit = ListHit(event, area: listArea, viewport: viewport, count: model.rows.count)
            if case .none = entry, let move = hit.move {
                model.move(move)
                if hit.opens, availability(of: .editTag) == .available { return run(.editTag) }
            }
        case .uncovered: break
        }
        return []
    }

    private func run(_ command: Command) -> [Effect] {
        if let move = ListMove(command, height: max(1, listArea.rows - ListTable.headHeight)) {
            model.move(move)
            return []
        }
        switch command {
        case .addTag:
            entry = .adding(key: TextField(limit: 128), value: TextField(limit: 256), isInValue: false)
        case .editTag:
            if let tag = model.selected?.tag {
                entry = .editing(key: tag.key, value: TextField(tag.value, limit: 256))
            }
        case .removeTag: model.toggleRemoval()
        case .saveTags: return model.save()
        case .undo: return [.undo]
        case .refresh: return model.refresh()
        case .nextField, .previousField: switchField()
        case .accept: accept()
        case .cancel: (entry, problem) = (.none, nil)
        case .back, .leave: return model.leave()
        case .quit where model.hasUnsavedChanges: return model.leave()
        case .copy: return [.open(.copy(copies))]
        default: return CommonCommands(scenery: scenery).run(command) ?? []
        }
        return []
    }

    private var copies: [CopyItem] {
        guard let tag = model.selected?.tag else { return [] }
        return [CopyItem("value", tag.value), CopyItem("key", tag.key)]
    }

    private func edit(_ text: TextInput) {
        problem = nil
        switch entry {
        case .none: break
        case .adding(var key, var value, let isInValue):
            if isInValue { value.apply(text) } else { key.apply(text) }
            entry = .adding(key: key, value: value, isInValue: isInValue)
        case .editing(let key, var value):
            value.apply(text)
            entry = .editing(key: key, value: value)
        }
    }

    private func switchField() {
        guard case .adding(let key, let value, let isInValue) = entry else { return }
        entry = .adding(key: key, value: value, isInValue: !isInValue)
    }

    private func accept() {
        switch entry {
        case .none: break
        case .adding(let key, let value, let isInValue):
            problem = model.problem(withKey: key.text)
            guard problem == nil else {
                entry = .adding(key: key, value: value, isInValue: false)
                return
            }
            guard isInValue else {
                entry = .adding(key: key, value: value, isInValue: true)
                return
            }
            problem = model.problem(withValue: value.text)
            guard problem == nil else { return }
            model.set(value.text, forKey: key.text)
            entry = .none
        case .editing(let key, let value):
            problem = model.problem(withValue: value.text)
            guard problem == nil else { return }
            model.set(value.text, forKey: key)
            entry = .none
        }
    }

    private var page: Page {
        Page(
            scenery: scenery,
            crumbs: ["Users", SafeText(model.user.title), SafeText("Tags \(model.rows.count)")],
            updatedAt: model.base.readAt, activity: model.saving == nil ? nil : "saving…", notice: notice,
            contexts: contexts, availability: availability)
    }

    /// The rows that the line being typed takes.
    private var entryHeight: Int {
        if case .none = entry { 0 } else { 4 }
    }

    /// Where the list stands.
    private var listArea: Rect { page.bodyArea(in: size).split(bottom: entryHeight).rest }

    func render(into frame: inout FrameBuffer) {
        guard let area = page.render(into: &frame) else { return }
        let (body, bottom) = area.split(bottom: entryHeight)
        renderEntry(into: &frame, area: bottom.inset(left: 1, right: 1))
        guard !model.rows.isEmpty else {
            placeholder.render(into: &frame, area: body)
            return
        }
        ListTable(
            columns: [
                ColumnLayout.Column("KEY", minimum: 18, maximum: 48),
                ColumnLayout.Column("VALUE", minimum: 18, maximum: 80),
                ColumnLayout.Column("CHANGE", minimum: 14, ideal: 24, maximum: 60),
            ], palette: scenery.palette
        ).render(
            into: &frame, area: body, viewport: viewport, count: model.rows.count,
            cursor: model.cursor.index
        ) { fields(of: model.rows[$0]) }
    }

    private func fields(of row: TagsModel.Row) -> [ListTable.Field] {
        let palette = scenery.palette
        let (change, style): (SafeText, Style) =
            switch row.change {
            case .none: (.empty, palette.text)
            case .added: ("+ new", palette.good)
            case .changed(let old): ("~ was " + SafeText(old), palette.notable)
            case .removed: ("- to be removed", palette.bad)
            }
        return [(SafeText(row.tag.key), style), (SafeText(row.tag.value), style), (change, style)]
    }

    private func renderEntry(into frame: inout FrameBuffer, area: Rect) {
        let palette = scenery.palette
        func field(_ label: SafeText, _ field: TextField, _ row: Int, isFocused: Bool) {
            frame.put(label, column: area.minColumn + 1, row: row, style: palette.label)
            let count = SafeText("\(field.count)/\(field.limit)")
            frame.put(count, column: area.maxColumn - count.columns, row: row, style: palette.label)
            field.render(
                into: &frame,
                area: Rect(
                    column: area.minColumn + 8, row: row, columns: max(0, area.columns - 18), rows: 1),
                style: isFocused ? palette.field : palette.text, isFocused: isFocused)
        }
        let title: SafeText
        switch entry {
        case .none: return
        case .adding(let key, let value, let isInValue):
            title = " New tag "
            field("Key", key, area.minRow + 1, isFocused: !isInValue)
            field("Value", value, area.minRow + 2, isFocused: isInValue)
        case .editing(let key, let value):
            title = " Edit tag "
            frame.put("Key", column: area.minColumn + 1, row: area.minRow + 1, style: palette.label)
            frame.put(
                SafeText(key), column: area.minColumn + 8, row: area.minRow + 1, limit: area.columns - 8)
            field("Value", value, area.minRow + 2, isFocused: true)
        }
        frame.horizontalLine(
            palette.symbols.horizontalLine, column: area.minColumn, row: area.minRow, columns: area.columns,
            style: palette.line)
        frame.put(title, column: area.minColumn + 2, row: area.minRow, style: palette.title)
        if let problem {
            frame.put(
                SafeText(problem), column: area.minColumn + 8, row: area.minRow + 3, style: palette.bad,
                limit: area.columns - 8)
        }
    }

    private var notice: Page.Notice? {
        if let failure = model.failure {
            return .failure(failure, since: nil, keptFrom: nil)
        }
        switch model.base {
        case .stale(_, let at, let failure, let since):
            return .failure(failure, since: scenery.time(since), keptFrom: scenery.time(at))
        case .failed(let failure): return .failure(failure, since: nil, keptFrom: nil)
        default: break
        }
        if let notice = model.notice { return .neutral(SafeText(notice)) }
        let count = model.change.put.count + model.change.remove.count
        return count == 0 ? nil : .neutral(SafeText("\(count) unsaved change\(count == 1 ? "" : "s")."))
    }

    private var placeholder: Placeholder {
        let palette = scenery.palette
        switch model.base {
        case .failed:
            return Placeholder(
                "The tags could not be read.",
                hint: SafeText("Press \(scenery.key(.refresh, in: Situation.tags)) to try again."),
                palette: palette)
        case .idle, .loading: return Placeholder("Reading tags…", palette: palette)
        case .loaded, .refreshing, .stale:
            return Placeholder("This user has no tags.", hint: "Press + to add one.", palette: palette)
        }
    }
}
