import Foundation
import TerminalUI
import ViewModels

/// The details of the device under the cursor: its state, what that means and what to do, and its members.
struct DetailPane {
    let model: DevicesModel
    let scenery: Scenery

    private typealias Line = (label: SafeText, text: SafeText, style: Style)

    /// The column at which texts start, counted from the labels.
    private static let indent = 16

    /// The pane's rows for a width: what does not fit on one is wrapped.
    func rows(width: Int) -> [(label: SafeText, text: SafeText, style: Style)] {
        lines.flatMap { line -> [Line] in
            let wrapped = line.text.wrapped(to: max(8, width - Self.indent))
            return wrapped.enumerated().map { index, text in
                (index == 0 ? line.label : .empty, text, line.style)
            }
        }
    }

    /// Draws the pane from one of its rows on.
    func render(into frame: inout FrameBuffer, area: Rect, firstRow: Int = 0) {
        for (offset, line) in rows(width: area.columns).dropFirst(firstRow).prefix(area.rows).enumerated() {
            let row = area.minRow + offset
            frame.put(line.label, column: area.minColumn, row: row, style: scenery.palette.label, clip: area)
            frame.put(
                line.text, column: area.minColumn + Self.indent, row: row, style: line.style, clip: area)
        }
    }

    private var lines: [Line] {
        guard let endpoint = model.selected, let diagnosis = model.diagnosis else { return [] }
        let palette = scenery.palette
        let status = DeviceFields(palette: palette).status(endpoint)
        var lines: [Line] = [
            ("Status", status.text, status.style),
            ("What it means", SafeText(diagnosis.meaning), palette.text),
            ("What to do", advice(diagnosis.nextStep), palette.title),
        ]
        for fault in diagnosis.faults {
            let place = [fault.field.rawValue, fault.segment].compactMap { $0 }.joined(separator: ", ")
            lines.append(("Looks wrong", SafeText("\(place): \(fault.problem)"), palette.notable))
        }
        lines += [
            ("Endpoint ID", SafeText(endpoint.endpointId), palette.text),
            (
                "Type",
                SafeText(endpoint.type?.rawValue ?? "–")
                    + SafeText("    AllowMessages  \(endpoint.allowMessages?.rawValue ?? "–")"), palette.text
            ),
        ]
        lines += memberLines
        lines.append(("User tags", tags, model.tags.failure == nil ? palette.text : palette.bad))
        return lines
    }

    private var memberLines: [Line] {
        let palette = scenery.palette
        guard let details = model.selectedDetails.value else {
            switch model.selectedDetails {
            case .failed(let failure): return [("Details", SafeText(failure.summary), palette.bad)]
            default: return [("Details", "reading…", palette.label)]
            }
        }
        var lines: [Line] = [
            ("Device token", token(details.endpointAttributes?.deviceToken), palette.text)
        ]
        if let voip = details.endpointAttributes?.voipDeviceToken {
            lines.append(("VoIP token", token(voip), palette.text))
        }
        let created = details.createdTimestamp.map { scenery.dayAndTime($0.date) } ?? "–"
        let updated = details.lastUpdatedTimestamp.map { scenery.dayAndTime($0.date) } ?? "–"
        lines.append(("Created", created + "    Updated  " + updated, palette.text))
        lines.append(("Resource ARN", SafeText(details.resourceArn ?? "–"), palette.text))
        if case .stale(_, let at, _, _) = model.selectedDetails {
            lines.append(("", "These details are of " + scenery.time(at) + ".", palette.notable))
        }
        return lines
    }

    /// The step with the key that takes it.
    private func advice(_ step: DevicesModel.NextStep) -> SafeText {
        let command: Command? =
            step.isRepair
            ? .repair : step.endsInDeregistering ? .deregister : step == .unmute ? .toggleAllow : nil
        let key = command.flatMap { command in
            scenery.keyMap.bindings.first { $0.command == command }?.keys.first
        }
        return SafeText(step.sentence + (key.map { " (\($0))" } ?? ""))
    }

    /// A token masked but for its end, by which two people can agree which one they mean.
    private func token(_ token: String?) -> SafeText {
        guard let token else { return "–" }
        if model.showsTokens { return SafeText(token) }
        return SafeText("••••••••") + SafeText(token.count > 12 ? String(token.suffix(4)) : "")
    }

    private var tags: SafeText {
        if let tags = model.tags.value {
            return tags.isEmpty
                ? "none" : tags.map { SafeText("\($0.key)=\($0.value)") }.joined(separator: "  ")
        }
        return model.tags.failure.map { SafeText($0.summary) } ?? "reading…"
    }
}
