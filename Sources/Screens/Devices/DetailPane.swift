import Foundation
import TerminalUI
import ViewModels

/// The details of the device under the cursor: its state, what that means and what to do, and its members.
struct DetailPane {
    let model: DevicesModel
    let scenery: Scenery

    private typealias Line = FactList.Fact

    /// What the pane says.
    var facts: FactList { FactList(facts: lines, labelStyle: scenery.palette.label) }

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
                (endpoint.type.map { SafeText($0.rawValue) } ?? none)
                    + "    AllowMessages  " + (endpoint.allowMessages.map { SafeText($0.rawValue) } ?? none),
                palette.text
            ),
        ]
        lines += memberLines
        lines.append(("User tags", tags, model.tags.failure == nil ? palette.text : palette.bad))
        return lines
    }

    private var none: SafeText { scenery.palette.symbols.none }

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
        let created = details.createdTimestamp.map { scenery.dayAndTime($0.date) } ?? none
        let updated = details.lastUpdatedTimestamp.map { scenery.dayAndTime($0.date) } ?? none
        lines.append(("Created", created + "    Updated  " + updated, palette.text))
        lines.append(("Resource ARN", details.resourceArn.map { SafeText($0) } ?? none, palette.text))
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
        guard let token else { return none }
        if model.showsTokens { return SafeText(token) }
        return scenery.palette.symbols.mask + SafeText(token.count > 12 ? String(token.suffix(4)) : "")
    }

    private var tags: SafeText {
        if let tags = model.tags.value {
            return tags.isEmpty
                ? "none" : tags.map { SafeText("\($0.key)=\($0.value)") }.joined(separator: "  ")
        }
        return model.tags.failure.map { SafeText($0.summary) } ?? "reading…"
    }
}
