/// The name of something the program can do, such as `device.toggle-allow`.
public struct Command: RawRepresentable, Hashable, Sendable {
    /// The name, as configuration and documentation write it.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A situation in which keys have a meaning, such as `devices` or `list`.
public struct KeyContext: RawRepresentable, Hashable, Sendable {
    /// The name, as configuration and documentation write it.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// Ties keys to a command in a context. Help, footer hints and the documentation are made from it.
public struct Binding: Sendable, Equatable {
    /// Where the keys work.
    public let context: KeyContext
    /// The keys, the one to be shown first.
    public let keys: [Key]
    /// What they do.
    public let command: Command
    /// What the command does, for help.
    public let help: String
    /// A word or two for the footer; nil keeps it out of the footer.
    public let hint: String?
    /// Where it stands in the footer: a higher one is shown before a lower one when space is short.
    public let priority: Int

    /// A binding.
    public init(
        _ context: KeyContext, _ keys: [Key], _ command: Command, help: String, hint: String? = nil,
        priority: Int = 0
    ) {
        self.context = context
        self.keys = keys
        self.command = command
        self.help = help
        self.hint = hint
        self.priority = priority
    }
}

/// Whether a command can run now.
public enum Availability: Sendable, Hashable {
    /// It can.
    case available
    /// It cannot, and why, in one sentence.
    case unavailable(String)
}

/// Every binding of the program.
public struct KeyMap: Sendable {
    /// The bindings in the order in which help lists them.
    public let bindings: [Binding]
    private let commands: [KeyContext: [Key: Command]]

    /// A map of the bindings. Where two of them in one context share a key the first one has it.
    public init(_ bindings: [Binding]) {
        self.bindings = bindings
        var commands: [KeyContext: [Key: Command]] = [:]
        for binding in bindings {
            for key in binding.keys where commands[binding.context]?[key] == nil {
                commands[binding.context, default: [:]][key] = binding.command
            }
        }
        self.commands = commands
    }

    /// The command of a key in the first of the contexts that has one for it.
    public func command(for key: Key, in contexts: [KeyContext]) -> Command? {
        for context in contexts {
            if let command = commands[context]?[key] { return command }
        }
        return nil
    }

    /// The bindings that work in the contexts: those of the first context first, without keys that an earlier
    /// context has taken.
    public func bindings(in contexts: [KeyContext]) -> [Binding] {
        var taken: Set<Key> = []
        var result: [Binding] = []
        for context in contexts {
            let own = bindings.filter { $0.context == context }
            for binding in own {
                let keys = binding.keys.filter { !taken.contains($0) }
                guard !keys.isEmpty else { continue }
                result.append(
                    Binding(
                        context, keys, binding.command, help: binding.help, hint: binding.hint,
                        priority: binding.priority))
            }
            for binding in own { taken.formUnion(binding.keys) }
        }
        return result
    }

    /// Keys that two commands of one context claim, in the order of the bindings.
    public var conflicts: [(context: KeyContext, key: Key, commands: [Command])] {
        var conflicts: [(context: KeyContext, key: Key, commands: [Command])] = []
        for binding in bindings {
            for key in binding.keys {
                let winner = commands[binding.context]?[key]
                guard let winner, winner != binding.command else { continue }
                if let known = conflicts.firstIndex(where: { $0.context == binding.context && $0.key == key })
                {
                    conflicts[known].commands.append(binding.command)
                } else {
                    conflicts.append((binding.context, key, [winner, binding.command]))
                }
            }
        }
        return conflicts
    }
}
