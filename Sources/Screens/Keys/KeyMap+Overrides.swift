import TerminalUI

extension KeyMap {
    /// Why a command cannot have the keys that somebody wants for it.
    public enum Refusal: Error, Sendable, Hashable {
        /// The key has another meaning where the command works.
        case taken(Key, for: Command, by: Command)
        /// Without keys for the command there would be no way on.
        case needed(Command)
    }

    /// The commands that must keep a key, so that nobody is locked in.
    private static let needed: Set<Command> = [.quit, .accept, .cancel, .pressButton]

    /// The map with other keys for some commands; no keys make a command one that cannot be pressed.
    ///
    /// While text is being typed, keys that type are left out; where none of the keys is left there, those of this map
    /// stay.
    ///
    /// - Throws: `Refusal` where the keys would take a meaning away without anybody having said so.
    public func replacing(_ keys: [Command: [Key]]) throws(Refusal) -> KeyMap {
        if let command = Self.needed.filter({ keys[$0]?.isEmpty == true }).min(by: {
            $0.rawValue < $1.rawValue
        }) {
            throw .needed(command)
        }
        let map = KeyMap(
            bindings.compactMap { binding in
                guard var own = keys[binding.command] else { return binding }
                if Situation.typing.contains(binding.context) {
                    own = own.filter { !$0.typesText }
                    if own.isEmpty { return binding }
                }
                return own.isEmpty ? nil : binding.with(own)
            })
        for situation in Situation.all {
            if let taken = map.taken(in: situation, than: self, by: keys) { throw taken }
        }
        return map
    }

    /// A key with two meanings in a situation that it does not have in the map before, because of new keys.
    private func taken(in situation: [KeyContext], than before: KeyMap, by new: [Command: [Key]]) -> Refusal?
    {
        let known = before.meanings(in: situation)
        for (key, commands) in meanings(in: situation).sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let more = commands.filter { known[key]?.contains($0) != true }
            guard commands.count > 1, let command = more.first(where: { new[$0] != nil }),
                let other = commands.first(where: { $0 != command })
            else { continue }
            return .taken(key, for: command, by: other)
        }
        return nil
    }

    /// What each key could mean in a situation, the most specific meaning first.
    private func meanings(in situation: [KeyContext]) -> [Key: [Command]] {
        var meanings: [Key: [Command]] = [:]
        for context in situation {
            for binding in bindings where binding.context == context {
                for key in binding.keys where meanings[key]?.contains(binding.command) != true {
                    meanings[key, default: []].append(binding.command)
                }
            }
        }
        return meanings
    }
}

extension Binding {
    fileprivate func with(_ keys: [Key]) -> Binding {
        Binding(context, keys, command, help: help, hint: hint, priority: priority)
    }
}
