import ChimeIdentity

extension Write {
    /// The question before it is sent, with everything that will change. Holds untrusted text.
    ///
    /// - Parameter name: The endpoint's name, if it is known.
    public func question(name: String?) -> Confirmation {
        Confirmation(
            purpose: .send, title: "\(title(name: nil))?", details: details(name: name), accept: "Send")
    }

    private func details(name: String?) -> [String] {
        switch self {
        case .updateEndpoint(let userArn, let endpointId, let change, let previous):
            let allow = { (value: AllowMessages?) in value?.rawValue ?? "not known" }
            return (name.map { ["Device         \($0)"] } ?? []) + [
                "ID             \(endpointId)", "User           \(Self.userTitle(userArn))",
            ]
                + (change.name.map { ["Name           \(previous.name ?? "not known") → \($0)"] } ?? [])
                + (change.allowMessages.map {
                    ["AllowMessages  \(allow(previous.allowMessages)) → \(allow($0))"]
                } ?? [])
        case .register(let userArn, let registration, _):
            return ["User           \(Self.userTitle(userArn))"] + registration.details
        case .replace(let userArn, let endpointId, let replacement):
            return ["User           \(Self.userTitle(userArn))", "In place of    \(endpointId)"]
                + replacement.registration.details
        case .deregister(let userArn, let endpointId, _):
            return (name.map { ["Device         \($0)"] } ?? []) + [
                "ID             \(endpointId)", "User           \(Self.userTitle(userArn))",
            ]
        case .retag(let resourceArn, let change, let previous):
            let known = Dictionary(previous.put.map { ($0.key, $0.value) }) { $1 }
            return ["User           \(Self.userTitle(resourceArn))"]
                + change.put.map { tag in
                    let old = known[tag.key].map { "\($0) → " } ?? "new: "
                    return "\(tag.key) = \(old)\(tag.value)"
                } + change.remove.map { "\($0) is removed" }
        }
    }

    private static func userTitle(_ arn: String) -> String { UserReference(arn: arn).title }
}

extension Registration {
    /// What it says, without tokens.
    fileprivate var details: [String] {
        [
            "Name           \(name.isEmpty ? "none" : name)", "Type           \(type.rawValue)",
            "Resource ARN   \(resourceArn)", "AllowMessages  \(allowMessages.rawValue)",
        ]
    }
}

extension [Write] {
    /// The question before several changes are taken back. Holds untrusted text.
    ///
    /// - Parameter name: The name of a write's endpoint, if it is known.
    public func undoQuestion(name: (Write) -> String?) -> Confirmation {
        Confirmation(
            purpose: .send, title: "Undo \(count) changes?",
            details: map { $0.title(name: name($0)) },
            accept: "Undo")
    }
}
