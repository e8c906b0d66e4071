import TerminalUI
import ViewModels

/// The devices of a user, with the details of the one under the cursor.
final class DevicesScreen: AppScreen {
    private var model: DevicesModel
    private var viewport = ListViewport()
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
    var focus: ScreenFocus { .commands }
    var contexts: [KeyContext] { Situation.devices }

    func availability(of command: Command) -> Availability {
        if let availability = SessionCommands(scenery: scenery).availability(of: command) {
            return availability
        }
        switch command {
        case .toggleAllow, .rename, .deregister:
            if scenery.isReadOnly { return .unavailable(Scenery.readOnly) }
            return model.changeObstacle.map(Availability.unavailable) ?? .available
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
                model.rows.isEmpty ? nil : model.cursor.index, count: model.rows.count, height: listHeight)
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
        case .text, .uncovered: return []
        }
    }

    private func run(_ command: Command) -> [Effect] {
        if let move = ListMove(command, height: isExpanded ? detailHeight : listHeight) {
            guard isExpanded else { return model.move(move) }
            scroll(move)
            return []
        }
        if let effects = SessionCommands(scenery: scenery).run(command) { return effects }
        switch command {
        case .toggleAllow: return model.toggleAllowMessages()
        case .rename: return model.rename()
        case .register: return [.open(.register(user: user))]
        case .deregister: return model.askToDeregister()
        case .undo: return model.undo()
        case .tags: return [.open(.tags(user: user))]
        case .refresh: return model.refresh()
        case .revealTokens: model.toggleTokens()
        // Where nothing could be read, such as before signing in, it tries again.
        case .open where model.selected == nil: return model.refresh()
        case .open: (isExpanded, detailRow) = (true, 0)
        case .back, .leave:
            guard isExpanded else { return command == .leave ? [.leave] : [.back] }
            isExpanded = false
        case .help: return [.open(.help)]
        case .quit: return [.quit]
        default: break
        }
        return []
    }

    /// The user with the name as last read.
    private var user: UserReference { UserReference(arn: model.user.arn, name: model.userName) }

    private func scroll(_ move: ListMove) {
        let last = max(0, pane.rows(width: size.columns - 4).count - detailHeight)
        switch move {
        case .by(let rows): detailRow = max(0, min(last, detailRow + rows))
        case .first: detailRow = 0
        case .last: detailRow = last
        }
    }

    private var pane: DetailPane { DetailPane(model: model, scenery: scenery) }
    private var isWide: Bool { size.columns >= Self.wideColumns }
    private var detailHeight: Int { max(1, page.bodyHeight(in: size)) }

    private var listHeight: Int {
        max(1, (isWide ? detailHeight : listAreaHeight(within: detailHeight)) - ListTable.headHeight)
    }

    /// The rows of the list where the details stand below it.
    private func listAreaHeight(within height: Int) -> Int {
        let detail = min(Self.detailRows, max(4, height - 4))
        return min(model.rows.count + ListTable.headHeight, height - detail)
    }

    private var page: Page {
        var crumbs: [SafeText] = [
            "Users", SafeText(model.userName ?? model.user.title), SafeText("Devices \(model.rows.count)"),
        ]
        if isExpanded, let selected = model.selected {
            crumbs.append(SafeText(selected.name ?? selected.endpointId))
        }
        return Page(
            scenery: scenery, crumbs: crumbs, updatedAt: model.endpoints.readAt,
            activity: model.isSlow ? "refreshing…" : nil, notice: notice, contexts: contexts,
            availability: availability)
    }

    func render(into frame: inout FrameBuffer) {
        guard let body = page.render(into: &frame) else { return }
        guard model.selected != nil else {
            placeholder.render(into: &frame, area: body)
            return
        }
        if isExpanded {
            pane.render(into: &frame, area: body.inset(left: 2, right: 2), firstRow: detailRow)
        } else if isWide {
            renderBeside(into: &frame, body)
        } else {
            renderBelow(into: &frame, body)
        }
    }

    private func renderBeside(into frame: inout FrameBuffer, _ body: Rect) {
        let (list, rest) = body.split(left: max(70, body.columns * 55 / 100))
        renderList(into: &frame, list)
        for row in rest.minRow..<rest.maxRow {
            frame.put("│", column: rest.minColumn, row: row, style: scenery.palette.line)
        }
        renderTitle(into: &frame, column: rest.minColumn + 2, row: rest.minRow, width: rest.columns - 3)
        pane.render(into: &frame, area: rest.inset(left: 2, top: 1, right: 1))
    }

    private func renderBelow(into frame: inout FrameBuffer, _ body: Rect) {
        let (top, bottom) = body.split(top: listAreaHeight(within: body.rows))
        renderList(into: &frame, top)
        frame.put(
            SafeText(String(repeating: "─", count: max(0, bottom.columns - 2))), column: 1,
            row: bottom.minRow,
            style: scenery.palette.line)
        renderTitle(into: &frame, column: 3, row: bottom.minRow, width: bottom.columns - 8)
        pane.render(into: &frame, area: bottom.inset(left: 3, top: 1, right: 1))
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
            ], palette: scenery.palette
        ).render(
            into: &frame, area: area, viewport: viewport, count: model.rows.count,
            cursor: model.cursor.index
        ) { index in
            let endpoint = model.rows[index]
            let pending = model.pending[endpoint.endpointId]
            return [
                fields.name(endpoint, pending: pending), fields.status(endpoint),
                fields.allow(endpoint, pending: pending),
                (SafeText(endpoint.type?.rawValue ?? "–"), scenery.palette.text),
            ]
        }
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

    private var placeholder: Placeholder {
        let palette = scenery.palette
        switch model.endpoints {
        case .failed:
            return Placeholder(
                "The devices could not be read.", hint: "Press Enter or r to try again, q to go back.",
                palette: palette)
        case .loaded, .refreshing, .stale:
            return Placeholder(
                "This user has no devices, so no push notification can reach them.",
                hint: "Have the user open the app and allow notifications, or press + to register a device.",
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
