import TerminalUI
import ViewModels

/// A list to pick one thing from.
final class PickerScreen<Model: PickerModel>: AppScreen {
    private var model: Model
    private var filter = FilterInput()
    private var viewport = ListViewport()
    private var size = Size(columns: 0, rows: 0)
    private var answer: Page.Notice?
    private let words: PickerDescription<Model.Row>
    private let scenery: Scenery

    init(_ model: Model, words: PickerDescription<Model.Row>, scenery: Scenery) {
        self.model = model
        self.words = words
        self.scenery = scenery
    }

    var layer: ScreenLayer { .full }
    var focus: ScreenFocus { filter.isTyping ? .text : .commands }
    var contexts: [KeyContext] {
        filter.isTyping ? Situation.filterInput : Situation.picker
    }

    func availability(of command: Command) -> Availability {
        if let availability = CommonCommands(scenery: scenery).availability(of: command) {
            return availability
        }
        if let obstacle = words.obstacles[command] { return .unavailable(obstacle) }
        if command == .copy, model.copies.isEmpty { return .unavailable("There is nothing to copy.") }
        let isEmpty = model.rows.count == 0 && model.list.failure == nil
        return command == .open && isEmpty ? .unavailable("There is nothing to open.") : .available
    }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        defer {
            viewport.follow(
                model.rows.count == 0 ? nil : model.rows.cursor, count: model.rows.count, height: listHeight)
        }
        switch input {
        case .resize(let size):
            self.size = size
            return []
        case .appeared: return model.start()
        case .uncovered: return []
        case .text(let text):
            filter.apply(text)
            return model.setFilter(filter.field.text)
        case .message(.notice(let text)):
            answer = .neutral(SafeText(text))
            return []
        case .message(.done(let text)):
            answer = .good(SafeText(text))
            return []
        case .message(let message): return model.receive(message)
        case .refused(_, let reason):
            answer = .neutral(SafeText(reason))
            return []
        case .pointer(let event):
            let hit = ListHit(event, area: listArea, viewport: viewport, count: model.rows.count)
            guard let move = hit.move else { return [] }
            let effects = model.move(move)
            return hit.opens ? effects + model.open() : effects
        case .command(let command):
            answer = nil
            return run(command)
        }
    }

    private func run(_ command: Command) -> [Effect] {
        if let move = ListMove(command, height: listHeight) { return model.move(move) }
        if let effects = CommonCommands(scenery: scenery).run(command) { return effects }
        switch command {
        // Where nothing could be read, such as before signing in, it tries again.
        case .open where model.rows.count == 0: return model.refresh()
        case .open: return model.open()
        case .refresh: return model.refresh()
        case .filter: filter.begin()
        case .sortByNextColumn: model.sortByNextColumn()
        case .reverseSort: model.reverseSort()
        case .accept: filter.keep()
        case .cancel: return clearFilter()
        case .back: return filter.isVisible ? clearFilter() : [.back]
        case .leave: return filter.isVisible ? clearFilter() : [.leave]
        case .copy: return [.open(.copy(model.copies))]
        default: break
        }
        return []
    }

    private func clearFilter() -> [Effect] {
        filter.clear()
        return model.setFilter("")
    }

    private var listHeight: Int { max(1, listArea.rows - ListTable.headHeight) }

    /// Where the list stands.
    private var listArea: Rect { page.bodyArea(in: size).split(top: filter.isVisible ? 1 : 0).rest }

    /// A plus sign where the service has more than was read.
    private var more: String { model.list.hasMore && model.list.readAt != nil ? "+" : "" }

    private var page: Page {
        Page(
            scenery: scenery, crumbs: [SafeText("\(words.title) \(model.list.items.count)\(more)")],
            updatedAt: model.list.readAt, activity: activity, notice: notice, contexts: contexts,
            availability: availability)
    }

    func render(into frame: inout FrameBuffer) {
        guard var body = page.render(into: &frame) else { return }
        if filter.isVisible {
            let (line, rest) = body.split(top: 1)
            FilterLine(
                field: filter.field, isTyping: filter.isTyping, isMalformed: model.rows.filter.isMalformed,
                summary: SafeText("\(model.rows.count) of \(model.list.items.count)\(more)")
            ).render(into: &frame, area: line.inset(left: 1), palette: scenery.palette)
            body = rest
        }
        guard model.rows.count > 0 else {
            placeholder.render(into: &frame, area: body)
            return
        }
        ListTable(
            columns: words.columns, palette: scenery.palette, sort: model.rows.sort, filter: model.rows.filter
        ).render(
            into: &frame, area: body, viewport: viewport, count: model.rows.count,
            cursor: model.rows.cursor
        ) { words.fields(model.rows[$0], scenery) }
    }

    private var activity: SafeText? {
        guard model.list.phase == .reading, !model.list.items.isEmpty,
            model.isSlow || !model.rows.filter.isEmpty
        else { return nil }
        return SafeText("reading… \(model.list.items.count)")
    }

    private var notice: Page.Notice? {
        if let answer { return answer }
        if let failure = model.list.failure {
            return .failure(
                failure, since: model.list.failedSince.map(scenery.time),
                keptFrom: model.list.readAt.map(scenery.time))
        }
        return nil
    }

    private var filteredHint: SafeText {
        let command: Command = filter.isTyping ? .cancel : .back
        return SafeText("\(scenery.key(command, in: contexts)) clears it") + words.filteredMore + "."
    }

    private var placeholder: Placeholder {
        let palette = scenery.palette
        if model.list.failure != nil {
            return Placeholder(
                "They could not be read.",
                hint: SafeText(
                    "Press \(scenery.key(.open, in: contexts)) or \(scenery.key(.refresh, in: contexts)) "
                        + "to try again."), palette: palette)
        }
        if model.list.phase == .reading { return Placeholder("Reading…", palette: palette) }
        return model.rows.filter.isEmpty
            ? Placeholder(words.empty, hint: words.emptyHint, palette: palette)
            : Placeholder("Nothing fits the filter.", hint: filteredHint, palette: palette)
    }
}
