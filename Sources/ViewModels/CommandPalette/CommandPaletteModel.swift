/// Every command of a screen, to be found by a few letters of its name or of what it does.
public struct CommandPaletteModel: Sendable, Equatable {
    /// A command that fits what was typed.
    public struct Hit: Sendable, Equatable {
        /// The command.
        public let item: CommandItem
        /// Where the letters stand in its name, counted in characters; empty where they are in what it does.
        public let places: [Int]
        fileprivate let match: FuzzyMatch
    }

    /// The commands that fit, the best first.
    public private(set) var hits: [Hit]
    /// The place of the cursor among them.
    public private(set) var cursor = 0
    /// Why the last command that was to run did not.
    public private(set) var refusal: String?
    private let items: [CommandItem]

    /// A palette of commands.
    public init(_ items: [CommandItem]) {
        self.items = items
        hits = Self.hits(of: items, for: "")
    }

    /// Shows the commands that fit.
    public mutating func type(_ text: String) {
        hits = Self.hits(of: items, for: text)
        (cursor, refusal) = (0, nil)
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) {
        refusal = nil
        cursor = move.target(from: cursor, count: hits.count)
    }

    /// Runs the command under the cursor on the screen below, or says why it cannot run.
    public mutating func run() -> [Effect] {
        guard cursor < hits.count else { return [] }
        let item = hits[cursor].item
        refusal = item.obstacle
        return refusal == nil ? [.run(command: item.name)] : []
    }

    /// A name fits better than a description, where both have the letters.
    private static func hits(of items: [CommandItem], for text: String) -> [Hit] {
        let hits = items.compactMap { item -> (hit: Hit, isName: Bool)? in
            if let match = FuzzyMatch(text, in: item.name) {
                return (Hit(item: item, places: match.places, match: match), true)
            }
            guard item.help.lowercased().contains(text.lowercased()),
                let match = FuzzyMatch(text, in: item.help)
            else { return nil }
            return (Hit(item: item, places: [], match: match), false)
        }
        // Sorting is not stable: what fits equally stays in the order of the key map.
        return hits.enumerated().sorted { left, right in
            if left.element.isName != right.element.isName { return left.element.isName }
            if left.element.hit.match < right.element.hit.match { return false }
            if right.element.hit.match < left.element.hit.match { return true }
            return left.offset < right.offset
        }.map(\.element.hit)
    }
}
