import ChimeIdentity

extension Write {
    /// What the write has done, in a few words. Holds untrusted text.
    ///
    /// - Parameter name: The endpoint's name, if it is known.
    func outcome(name: String?) -> String {
        let device = name.map { "“\($0)”" } ?? "the device"
        switch self {
        case .updateEndpoint(_, _, let change, _):
            if let new = change.name { return "renamed to “\(new)”" }
            return change.allowMessages == AllowMessages.none
                ? "muted \(device)" : "messages to \(device) allowed"
        case .register(_, let registration, _):
            return registration.name.isEmpty ? "registered a device" : "registered “\(registration.name)”"
        case .deregister: return "deregistered \(device)"
        case .replace: return "registered \(device) anew; the old endpoint is gone"
        case .retag: return "tags saved"
        }
    }

    /// What the write does, in a few words. Holds untrusted text.
    ///
    /// - Parameter name: The endpoint's name, if it is known.
    func title(name: String?) -> String {
        let device = name.map { "“\($0)”" } ?? "the device"
        switch self {
        case .updateEndpoint(_, _, let change, _):
            if let new = change.name { return "Rename to “\(new)”" }
            return change.allowMessages == AllowMessages.none
                ? "Mute \(device)" : "Allow messages to \(device)"
        case .register(_, let registration, _):
            return registration.name.isEmpty ? "Register a device" : "Register “\(registration.name)”"
        case .deregister: return "Deregister \(device)"
        case .replace: return "Repair \(device)"
        case .retag: return "Save tags"
        }
    }
}
