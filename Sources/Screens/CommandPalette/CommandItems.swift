import TerminalUI
import ViewModels

extension CommandItem {
    /// Every command of a screen, those without a key included.
    static func all(of screen: any Screen<Effect, Message>, keyMap: KeyMap) -> [CommandItem] {
        var seen: Set<Command> = [.commandPalette]
        let bound = keyMap.bindings(in: screen.contexts)
        // The standard map names what a person has taken the keys from.
        return KeyMap.standard.bindings(in: screen.contexts).compactMap { binding in
            guard seen.insert(binding.command).inserted else { return nil }
            let obstacle: String? =
                if case .unavailable(let reason) = screen.availability(of: binding.command) { reason } else {
                    nil
                }
            return CommandItem(
                name: binding.command.rawValue, help: binding.help,
                keys: bound.filter { $0.command == binding.command }.flatMap(\.keys).map(\.description)
                    .joined(separator: " "),
                obstacle: obstacle)
        }
    }
}
