import ChimeIdentity

extension Write {
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
        case .retag: return "Save tags"
        }
    }
}
