import TerminalUI

/// The keys that work, in one row. Those that matter most stay when space is short; those that cannot be used
/// now are dim.
struct Footer {
    let scenery: Scenery
    let contexts: [KeyContext]
    let availability: (Command) -> Availability

    func render(into frame: inout FrameBuffer, row: Int) {
        frame.fill(Rect(column: 0, row: row, columns: frame.size.columns, rows: 1))
        var room = frame.size.columns - 2
        var column = 1
        for (text, key, isAvailable) in hints.sorted(by: { $0.priority > $1.priority })
            .map({ ($0.text, $0.key, $0.isAvailable) })
        {
            let width = key.columns + 1 + text.columns
            guard width <= room else { continue }
            let palette = scenery.palette
            column +=
                frame.put(key, column: column, row: row, style: isAvailable ? palette.key : palette.label) + 1
            column +=
                frame.put(text, column: column, row: row, style: isAvailable ? palette.text : palette.label)
                + 2
            room -= width + 2
        }
    }

    private var hints: [(text: SafeText, key: SafeText, priority: Int, isAvailable: Bool)] {
        scenery.keyMap.bindings(in: contexts).compactMap { binding in
            guard let hint = binding.hint, let key = binding.keys.first else { return nil }
            return (
                binding.command == .leave && scenery.isAtRoot ? "quit" : SafeText(hint),
                SafeText(key.description), binding.priority,
                availability(binding.command) == .available
            )
        }
    }
}
