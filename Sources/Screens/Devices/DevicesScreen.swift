import TerminalUI
import ViewModels

/// The devices of a user, with the details of the one under the cursor.
final class DevicesScreen: AppScreen {
    private var model: DevicesModel
    private var viewport = ListViewport()
    private var filter = FilterInput()
    private var size = Size(columns: 0, rows: 0)
    private var detailRow = 0
    private var isExpanded = false
    private let scenery: Scenery

    /// From this width on the details stand beside the list.
    private static let wideColumns = 120
    /// The rows below the list that the details have on a terminal of 24 rows.
    private static let detailRows = 12

    init(_ model: DevicesModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
    }

    var layer: ScreenLayer { .full }
    var focus: ScreenFocus { filter.isTyping ? .text : .commands }
    var contexts: [KeyContext] { filter.isTyping ? Situation.filterInput : Situation.devices }

    func availability(of command: Command) -> Availability {
        if let availability = CommonCommands(scenery: scenery).availability(of: command) {
            return availability
        }
        switch command {
        case .toggleAllow, .rename, .deregister:
            if scenery.isReadOnly { return .unavailable(Scenery.readOnly) }
            if command == .rename, model.selected == nil {
                return .unavailable("There is no device to change.")
            }
            return model.changeObstacle.map(Availability.unavailable) ?? .available
        case .mark, .markAll:
            return model.rows.count == 0 ? .unavailable("There is no device to mark.") : .available
        case .repair:
            if scenery.isReadOnly { return .unavailable(Scenery.readOnly) }
            return model.repairObstacle.map(Availability.unavailable) ?? .available
        case .register, .undo:
            return scenery.isReadOnly ? .unavailable(Scenery.readOnly) : .available
        case .open:
            return model.selected == nil && model.endpoints.failure == nil
                ? .unavailable("There is no device to show.") : .available
        default:
            return .available
        }
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
        case .message(let message): return model.receive(message)
        case .refused(_, let reason):
            model.refuse(reason)
            return []
        case .command(let command): return run(command)
        case .text(let text):
            filter.apply(text)
            return model.setFilter(filter.field.text)
        case .pointer(let event): return point(event)
        case .uncovered: return []
        }
    }

    private func run(_ command: Command) -> [Effect] {
        if let move = ListMove(command, height: isExpanded ? detailHeight : listHeight) {
            guard isExpanded else { return model.move(move) }
            scroll(move)
            return []
        }
        if let effects = CommonCommands(scenery: scenery).run(command) { return effects }
        switch command {
        case .toggleAllow: return model.toggleAllowMessages()
        case .rename: return model.rename()
        case .register: return [.open(.register(user: user))]
        case .deregister: return model.askToDeregister()
        case .repair: return model.repair()
        case .undo: return model.undo()
        case .tags: return [.open(.tags(user: user))]
        case .refresh: return model.refresh()
        case .revealTokens: model.toggleTokens()
        // Where nothing could be read, such as before signing in, it tries again.
        case .open where model.selected == nil: return model.refresh()
        case .open: (isExpanded, detailRow) = (true, 0)
        case .back, .leave:
            if !isExpanded, filter.isVisible { return clearFilter() }
            guard isExpanded else { return command == .leave ? [.leave] : [.back] }
            isExpanded = false
        case .filter: (isExpanded, _) = (false, filter.begin())
        case .accept: filter.keep()
        case .cancel: return clearFilter()
        case .sortByNextColumn: model.sortByNextColumn()
        case .reverseSort: model.reverseSort()
        case .mark: return model.toggleMark()
        case .markAll: model.markAll()
        case .clearMarks: model.clearMarks()
        case .copy: return [.open(.copy(model.copies))]
        default: break
        }
        return []
    }

    private func point(_ event: PointerEvent) -> [Effect] {
        if isExpanded {
            if case .wheel(let rows) = event { scroll(.by(rows)) }
            return []
        }
        let hit = ListHit(event, area: listArea, viewport: viewport, count: model.rows.count)
        guard let move = hit.move else { return [] }
        let effects = model.move(move)
        return hit.opens ? effects + run(.open) : effects
    }

    private func clearFilter() -> [Effect] {
        filter.clear()
        return model.setFilter("")
    }

    /// The user with the name as last read.
    private var user: UserReference { UserReference(arn: model.user.arn, name: model.userName) }

    private func scroll(_ move: ListMove) {
        let last = max(0, facts.height(width: size.columns - 4) - detailHeight)
        detailRow = move.target(from: detailRow, count: last + 1)
    }

    private var facts: FactList { DetailPane(model: model, scenery: scenery).facts }
    private var isWide: Bool { size.columns >= Self.wideColumns }
    private var detailHeight: Int { max(1, page.bodyHeight(in: size)) }

    private var listHeight: Int { max(1, listArea.rows - ListTable.headHeight) }

    /// Where the list stands.
    private var listArea: Rect {
        let body = page.bodyArea(in: size).split(top: filterHeight).rest
        return isWide ? besideList(body).list : belowList(body).list
    }

    private func besideList(_ body: Rect) -> (list: Rect, details: Rect) {
        let (list, rest) = body.split(left: max(70, body.columns * 55 / 100))
        return (list, rest)
    }

    private func belowList(_ body: Rect) -> (list: Rect, details: Rect) {
        let (list, rest) = body.split(top: listAreaHeight(within: body.rows))
        return (list, rest)
    }

    private var filterHeight: Int { filter.isVisible ? 1 : 0 }

    /// The rows of the list where the details stand below it.
    private func listAreaHeight(within height: Int) -> Int {
        let detail = min(Self.detailRows, max(4, height - 4))
        return min(model.rows.count + ListTable.headHeight, height - detail)
    }

    private var page: Page {
        var crumbs: [SafeText] = [
            "Users", SafeText(model.userName ?? model.user.title), SafeText("Devices \(model.rows.total)"),
        ]
        if !model.rows.marks.isEmpty { crumbs.append(SafeText("\(model.rows.marks.count) marked")) }
        if isExpanded, let selected = model.selected {
            crumbs.append(SafeText(selected.name ?? selected.endpointId))
        }
        return Page(
            scenery: scenery, crumbs: crumbs, updatedAt: model.endpoints.readAt,
            activity: activity, notice: notice, contexts: contexts,
            availability: availability)
    }

    func render(into frame: inout FrameBuffer) {
        guard var body = page.render(into: &frame) else { return }
        if filter.isVisible, !isExpanded {
            let (line, rest) = body.split(top: filterHeight)
            FilterLine(
                field: filter.field, isTyping: filter.isTyping, isMalformed: model.rows.filter.isMalformed,
                summary: SafeText("\(model.rows.count) of \(model.rows.total)")
            ).render(into: &frame, area: line.inset(left: 1), palette: scenery.palette)
            body = rest
        }
        guard model.selected != nil else {
            placeholder.render(into: &frame, area: body)
            return
        }
        if isExpanded {
            facts.render(into: &frame, area: body.inset(left: 2, right: 2), firstRow: detailRow)
        } else if isWide {
            renderBeside(into: &frame, body)
        } else {
            renderBelow(into: &frame, body)
        }
    }

    private func renderBeside(into frame: inout FrameBuffer, _ body: Rect) {
        let (list, rest) = besideList(body)
        renderList(into: &frame, list)
        for row in rest.minRow..<rest.maxRow {
            frame.put(
                scenery.palette.symbols.verticalLine, column: rest.minColumn, row: row,
                style: scenery.palette.line)
        }
        renderTitle(into: &frame, column: rest.minColumn + 2, row: rest.minRow, width: rest.columns - 3)
        facts.render(into: &frame, area: rest.inset(left: 2, top: 1, right: 1))
    }

    private func renderBelow(into frame: inout FrameBuffer, _ body: Rect) {
        let (top, bottom) = belowList(body)
        renderList(into: &frame, top)
        frame.horizontalLine(
            scenery.palette.symbols.horizontalLine, column: 1, row: bottom.minRow,
            columns: bottom.columns - 2, style: scenery.palette.line)
        renderTitle(into: &frame, column: 3, row: bottom.minRow, width: bottom.columns - 8)
        facts.render(into: &frame, area: bottom.inset(left: 3, top: 1, right: 1))
    }

    private func renderTitle(into frame: inout FrameBuffer, column: Int, row: Int, width: Int) {
        let name = SafeText(model.selected?.name ?? "(no name)")
        frame.put(
            " " + name.truncated(to: width - 2) + " ", column: column, row: row,
            style: scenery.palette.title)
    }

    private func renderList(into frame: inout FrameBuffer, _ area: Rect) {
        let fields = DeviceFields(palette: scenery.palette)
        ListTable(
            columns: [
                ColumnLayout.Column("NAME", minimum: 12, maximum: 48),
                ColumnLayout.Column("STATUS", minimum: 10, ideal: 32, maximum: 32),
                ColumnLayout.Column("ALLOW", minimum: 8, maximum: 8),
                ColumnLayout.Column("TYPE", minimum: 12, maximum: 12),
            ], palette: scenery.palette, sort: model.rows.sort, filter: model.rows.filter,
            isMarked: { [model] in model.rows.isMarked(model.rows[$0]) }
        ).render(
            into: &frame, area: area, viewport: viewport, count: model.rows.count,
            cursor: model.rows.cursor
        ) { index in
            let endpoint = model.rows[index]
            let pending = model.pending[endpoint.endpointId]
            let ending = model.endings[endpoint.endpointId]
            return [
                fields.name(endpoint, pending: pending), fields.status(endpoint),
                fields.allow(endpoint, pending: pending, ending: ending),
                (
                    endpoint.type.map { SafeText($0.rawValue) } ?? scenery.palette.symbols.none,
                    scenery.palette.text
                ),
            ]
        }
    }

    private var activity: SafeText? {
        if let bulk = model.bulk { return SafeText(bulk.progress) }
        return model.isSlow ? "refreshing…" : nil
    }

    private var notice: Page.Notice? {
        switch model.notice {
        case .refused(let reason)?: return .neutral(SafeText(reason))
        case .failed(let what, let failure)?:
            return .failure(failure.prefixed(what), since: nil, keptFrom: nil)
        case .done(let what)?:
            if let stale { return stale }
            return .good(SafeText(what))
        case nil: return stale
        }
    }

    private var stale: Page.Notice? {
        switch model.endpoints {
        case .stale(_, let at, let failure, let since):
            .failure(failure, since: scenery.time(since), keptFrom: scenery.time(at))
        case .failed(let failure): .failure(failure, since: nil, keptFrom: nil)
        default: nil
        }
    }

    private func key(_ command: Command) -> String { scenery.key(command, in: contexts) }

    private var placeholder: Placeholder {
        let palette = scenery.palette
        switch model.endpoints {
        case _ where filter.isVisible && model.rows.total > 0:
            return Placeholder(
                "Nothing fits the filter.",
                hint: SafeText("\(key(filter.isTyping ? .cancel : .back)) clears it."), palette: palette)
        case .failed:
            return Placeholder(
                "The devices could not be read.",
                hint: SafeText(
                    "Press \(key(.open)) or \(key(.refresh)) to try again, \(key(.leave)) to go back."),
                palette: palette)
        case .loaded, .refreshing, .stale:
            return Placeholder(
                "This user has no devices, so no push notification can reach them.",
                hint: SafeText(
                    "Have the user open the app and allow notifications, or press \(key(.register)) "
                        + "to register a device."),
                palette: palette)
        case .idle, .loading:
            return Placeholder("Reading devices…", palette: palette)
        }
    }
}

extension Failure {
    /// The failure with what failed before it.
    fileprivate func prefixed(_ what: String) -> Failure {
        Failure(summary: "\(what): \(summary)", code: code, requestId: requestId, advice: advice)
    }
}
