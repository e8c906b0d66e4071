import TerminalUI
import ViewModels

/// The form that registers a device.
final class RegisterScreen: AppScreen {
    private typealias Field = RegisterModel.Field

    private var model: RegisterModel
    private var texts: [RegisterModel.Field: TextField]
    private var focused: RegisterModel.Field
    private var size = Size(columns: 0, rows: 0)
    private let scenery: Scenery

    init(_ model: RegisterModel, scenery: Scenery) {
        self.model = model
        self.scenery = scenery
        focused = model.firstField
        texts = [
            .name: model.registration.name, .resourceArn: model.registration.resourceArn,
            .deviceToken: model.registration.deviceToken,
            .voipDeviceToken: model.registration.voipDeviceToken,
        ].mapValues { TextField($0, limit: 1600) }
    }

    var layer: ScreenLayer { .full }
    var focus: ScreenFocus { texts[focused] == nil ? .commands : .text }
    var contexts: [KeyContext] {
        texts[focused] == nil ? Situation.choice : Situation.form
    }

    func availability(of command: Command) -> Availability {
        model.phase == .saving && command != .quit
            ? .unavailable("The device is being registered.") : .available
    }

    func handle(_ input: ScreenInput<Message>) -> [Effect] {
        switch input {
        case .message(let message): return model.receive(message)
        case .text(let text):
            if model.phase != .saving {
                texts[focused]?.apply(text)
                store()
            }
        case .command(let command): return run(command)
        case .pointer(.press(let point, _)): focus(at: point)
        case .resize(let size): self.size = size
        case .appeared, .uncovered, .refused, .pointer: break
        }
        return []
    }

    /// Goes to the field that was clicked.
    private func focus(at point: Point) {
        let line = point.row - page.bodyArea(in: size).minRow
        guard model.phase != .saving, line >= 0, line % Self.fieldHeight == 0,
            let field = Field(rawValue: line / Self.fieldHeight)
        else { return }
        focused = field
    }

    /// The rows of a field: itself and what there is to say about it.
    private static let fieldHeight = 2

    private func run(_ command: Command) -> [Effect] {
        switch command {
        case .nextField: moveFocus(by: 1)
        case .previousField: moveFocus(by: -1)
        case .nextChoice: choose(by: 1)
        case .previousChoice: choose(by: -1)
        case .accept:
            let (faulty, effects) = model.submit()
            if let faulty { focused = faulty }
            return effects
        case .cancel: return model.leave()
        case .quit: return model.hasEntries ? model.leave() : [.quit]
        default: break
        }
        return []
    }

    private func moveFocus(by step: Int) {
        let fields = Field.allCases
        focused = fields[(focused.rawValue + step + fields.count) % fields.count]
    }

    private func choose(by step: Int) {
        model.choose(focused, by: step)
    }

    private func store() {
        let texts = texts
        model.update { registration in
            registration.name = texts[.name]?.text ?? ""
            registration.resourceArn = texts[.resourceArn]?.text ?? ""
            registration.deviceToken = texts[.deviceToken]?.text ?? ""
            registration.voipDeviceToken = texts[.voipDeviceToken]?.text ?? ""
        }
    }

    private var page: Page {
        Page(
            scenery: scenery,
            crumbs: [
                "Users", SafeText(model.user.title),
                model.replacedId == nil ? "Register a device" : "Repair a device",
            ],
            activity: model.phase == .saving ? "registering…" : nil, notice: notice, contexts: contexts,
            availability: availability)
    }

    func render(into frame: inout FrameBuffer) {
        guard let body = page.render(into: &frame) else { return }
        for (index, field) in Field.allCases.enumerated() {
            let row = body.minRow + index * Self.fieldHeight
            guard row < body.maxRow else { return }
            renderField(field, into: &frame, row: row, area: body)
        }
    }

    private func renderField(_ field: Field, into frame: inout FrameBuffer, row: Int, area: Rect) {
        let palette = scenery.palette
        let isFocused = field == focused
        let column = area.minColumn + 20
        if isFocused { frame.put(palette.symbols.cursor, column: 1, row: row, style: palette.key) }
        frame.put(Self.label(field), column: 3, row: row, style: isFocused ? palette.title : palette.label)
        if let text = texts[field] {
            let count = SafeText("\(text.count)/\(text.limit)")
            let width = max(0, area.columns - column - count.columns - 3)
            text.render(
                into: &frame, area: Rect(column: column, row: row, columns: width, rows: 1),
                style: isFocused ? palette.field : palette.text, isFocused: isFocused)
            frame.put(
                count, column: area.maxColumn - count.columns - 1, row: row, style: palette.label)
        } else {
            renderChoices(field, into: &frame, column: column, row: row)
        }
        let (remark, style): (SafeText?, Style) =
            if let problem = model.problem(with: field) {
                (palette.symbols.bad + SafeText(problem), palette.bad)
            } else {
                (model.warning(for: field).map { SafeText("! It would be INACTIVE: \($0)") }, palette.notable)
            }
        if let remark {
            frame.put(
                remark.truncated(to: area.columns - column - 1), column: column, row: row + 1,
                style: style, clip: area)
        }
    }

    private func renderChoices(_ field: Field, into frame: inout FrameBuffer, column: Int, row: Int) {
        let (values, chosen) = model.choices(of: field)
        let symbols = scenery.palette.symbols
        var position = column
        for value in values {
            let isChosen = value == chosen
            position +=
                frame.put(
                    (isChosen ? symbols.chosen : symbols.notChosen) + SafeText(value), column: position,
                    row: row,
                    style: isChosen ? scenery.palette.title : scenery.palette.label) + 3
        }
    }

    private static func label(_ field: Field) -> SafeText {
        switch field {
        case .name: "Name"
        case .type: "Type"
        case .resourceArn: "Resource ARN"
        case .deviceToken: "Device token"
        case .voipDeviceToken: "VoIP token"
        case .allowMessages: "AllowMessages"
        }
    }

    private var notice: Page.Notice? {
        if case .failed(let failure) = model.phase { return .failure(failure, since: nil, keptFrom: nil) }
        return nil
    }
}
