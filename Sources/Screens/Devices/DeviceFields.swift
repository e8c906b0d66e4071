import TerminalUI
import ViewModels

/// How a device's members look.
struct DeviceFields {
    let palette: Palette

    /// Glyph, word and colour: none of them alone says it.
    func status(_ endpoint: DevicesModel.Row) -> ListTable.Field {
        let state = endpoint.endpointState
        switch state?.status {
        case .active?:
            return (palette.symbols.active + "ACTIVE", endpoint.isMuted ? palette.notable : palette.good)
        case .inactive?:
            let reason = state?.statusReason.map { "  \($0.rawValue)" } ?? ""
            return (palette.symbols.inactive + SafeText("INACTIVE\(reason)"), palette.bad)
        case let status?: return (palette.symbols.unknown + SafeText(status.rawValue), palette.notable)
        case nil: return (palette.symbols.unknown + "unknown", palette.notable)
        }
    }

    /// ALL or NONE; while a change is under way, what it becomes.
    ///
    /// - Parameter ending: How the last change has ended.
    func allow(_ endpoint: DevicesModel.Row, pending: Write?, ending: DevicesModel.Ending?) -> ListTable.Field
    {
        if case .updateEndpoint(_, _, let change, _)? = pending, let next = change.allowMessages {
            return (palette.symbols.next + SafeText(next.rawValue) + "…", palette.notable)
        }
        let text = endpoint.allowMessages.map { SafeText($0.rawValue) } ?? palette.symbols.none
        switch ending {
        case .confirmed?:
            return (text + palette.symbols.confirmed, endpoint.isMuted ? palette.notable : palette.text)
        case .failed?: return (text + palette.symbols.failed, palette.bad)
        case nil: return (text, endpoint.isMuted ? palette.notable : palette.text)
        }
    }

    /// The name; while a change is under way, what it becomes.
    func name(_ endpoint: DevicesModel.Row, pending: Write?) -> ListTable.Field {
        switch pending {
        case .updateEndpoint(_, _, let change, _)?:
            if let next = change.name { return (palette.symbols.next + SafeText(next), palette.notable) }
        case .deregister?: return ("deregistering… " + SafeText(endpoint.name ?? ""), palette.notable)
        case .replace?: return ("repairing… " + SafeText(endpoint.name ?? ""), palette.notable)
        case .register?, .retag?, nil: break
        }
        guard let name = endpoint.name, !name.isEmpty else { return ("(no name)", palette.label) }
        return (SafeText(name), palette.text)
    }
}
