import TerminalUI

/// The key map as a Markdown document.
public enum KeyReference {
    private static let titles: [(KeyContext, String)] = [
        (.global, "Everywhere"), (.browse, "Where nothing is being typed"), (.list, "In every list"),
        (.session, "In lists of AppInstances, users and devices"),
        (.filterable, "In lists that can be filtered"),
        (.copyable, "Where there is something to copy"),
        (.devices, "Devices of a user"), (.tags, "Tag editor"),
        (.menu, "Menus"), (.menuInput, "Command palette"), (.filterInput, "While a filter is being typed"),
        (.form, "Forms"),
        (.choice, "A form's field with choices"), (.dialog, "Dialogs"),
    ]

    /// The document: a table for each context.
    public static func markdown(_ keyMap: KeyMap) -> String {
        var text = """
            # Keys

            Made by `carillon config keys` from the key map.

            While text is being typed, the editing keys of readline work as well: Ctrl-A, Ctrl-E, Ctrl-W, Ctrl-U,
            Ctrl-K, Alt-B, Alt-F, Home, End and the arrows.

            """
        for (context, title) in titles {
            let bindings = keyMap.bindings.filter { $0.context == context }
            guard !bindings.isEmpty else { continue }
            text += "\n## \(title)\n\n| keys | does | command |\n|---|---|---|\n"
            for binding in bindings {
                let keys = binding.keys.map { "`\($0)`" }.joined(separator: " ")
                text += "| \(keys) | \(binding.help) | `\(binding.command.rawValue)` |\n"
            }
        }
        return text
    }
}
