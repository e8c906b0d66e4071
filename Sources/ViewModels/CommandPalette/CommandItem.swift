/// A command as the command palette offers it.
public struct CommandItem: Hashable, Sendable {
    /// The name, such as `device.rename`.
    public let name: String
    /// What it does.
    public let help: String
    /// The keys that run it, as help writes them; empty where none does.
    public let keys: String
    /// Why it cannot run now; nil where it can.
    public let obstacle: String?

    /// A command.
    public init(name: String, help: String, keys: String, obstacle: String?) {
        self.name = name
        self.help = help
        self.keys = keys
        self.obstacle = obstacle
    }
}
