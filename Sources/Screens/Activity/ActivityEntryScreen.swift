import TerminalUI
import ViewModels

/// Everything about one entry of the activity.
final class ActivityEntryScreen: AppScreen {
    private let entry: ActivityEntry
    private let scenery: Scenery
    private var size = Size(columns: 0, rows: 0)
    private var firstRow = 0
    private var notice: Page.Notice?

    init(_ entry: ActivityEntry, scenery: Scenery) {
        self.entry = entry
        self.scenery = scenery
    }

    var layer: ScreenLayer { .full }
    var focus: ScreenFocus { .commands }
    var contexts: [KeyContext] { Situation.entry }

    func availability(of command: Command) -> Availability {
        switch command {
        case .refresh: .unavailable("An entry does not change.")
        case .activity: .unavailable("This is the activity.")
        case .open: .unavailable("This is all there is.")
        default: .available
        }
    }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        switch input {
        case .resize(let size): self.size = size
        case .refused(_, let reason), .message(.notice(let reason)): notice = .neutral(SafeText(reason))
        case .message(.done(let text)): notice = .good(SafeText(text))
        case .command(let command):
            notice = nil
            return run(command)
        default: break
        }
        return []
    }

    private func run(_ command: Command) -> [Effect] {
        if let move = ListMove(command, height: height) {
            firstRow = move.target(
                from: firstRow, count: max(0, facts.height(width: size.columns - 6) - height) + 1)
            return []
        }
        if let effects = CommonCommands(scenery: scenery).run(command) { return effects }
        switch command {
        case .copy: return [.open(.copy(entry.copies))]
        case .back, .leave: return [.back]
        default: return []
        }
    }

    private var page: Page {
        Page(
            scenery: scenery, crumbs: ["Activity", SafeText(entry.title)], notice: notice, contexts: contexts,
            availability: availability)
    }

    private var height: Int { max(1, page.bodyHeight(in: size)) }

    func render(into frame: inout FrameBuffer) {
        guard let body = page.render(into: &frame) else { return }
        facts.render(into: &frame, area: body.inset(left: 3, right: 3), firstRow: firstRow)
    }

    private var facts: FactList {
        let palette = scenery.palette
        let isDone = entry.outcome == .done
        let all: [(SafeText, String?, Style)] =
            [
                (
                    "Time",
                    scenery.dayAndSecond(entry.time.date).string,
                    palette.text
                ),
                ("What", entry.title, palette.title),
                (
                    "Result", ActivityFields.result(entry, palette.symbols).string,
                    isDone ? palette.good : palette.bad
                ),
                ("Error", entry.error, palette.text), ("Code", entry.code, palette.text),
            ]
            + entry.changes.map { ("Change", $0.sentence, palette.text) }
            + entry.requestIds.map { ("Request id", $0, palette.text) }
            + [
                ("User", entry.resource.map { UserReference(arn: $0).title }, palette.text),
                ("Endpoint ID", entry.endpoint, palette.text), ("ARN", entry.resource, palette.text),
                ("Account", entry.account, palette.text), ("Region", entry.region, palette.text),
                ("Profile", entry.profile, palette.text), ("Principal", entry.principal, palette.text),
                (
                    "Operations",
                    entry.operations.isEmpty ? "none was sent" : entry.operations.joined(separator: ", "),
                    palette.text
                ),
            ]
        return FactList(
            facts: all.compactMap { label, text, style in text.map { (label, SafeText($0), style) } },
            labelStyle: palette.label)
    }
}
