/// The screens on top of each other; the top one has the keys.
public final class ScreenStack<Effect, Message> {
    private var entries: [(id: ScreenID, screen: any Screen<Effect, Message>)] = []
    private var nextID = 1

    /// An empty stack.
    public init() {}

    /// The screen that has the keys.
    public var top: (id: ScreenID, screen: any Screen<Effect, Message>)? { entries.last }

    /// The screens from the bottom up.
    public var screens: [(id: ScreenID, screen: any Screen<Effect, Message>)] { entries }

    /// How many screens there are.
    public var count: Int { entries.count }

    /// The screen with an id, if it is still there.
    public func screen(_ id: ScreenID) -> (any Screen<Effect, Message>)? {
        entries.first { $0.id == id }?.screen
    }

    /// The screen right below one.
    public func screen(below id: ScreenID) -> (id: ScreenID, screen: any Screen<Effect, Message>)? {
        guard let index = entries.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
        return entries[index - 1]
    }

    /// Puts a screen on top.
    @discardableResult
    public func push(_ screen: any Screen<Effect, Message>) -> ScreenID {
        let id = ScreenID(rawValue: nextID)
        nextID += 1
        entries.append((id, screen))
        return id
    }

    /// Takes a screen away, and all that stand on it.
    ///
    /// - Returns: The ids of those taken away.
    @discardableResult
    public func remove(_ id: ScreenID) -> [ScreenID] {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return [] }
        let removed = entries[index...].map(\.id)
        entries.removeSubrange(index...)
        return removed
    }

    /// Draws the topmost full screen and the dialogs above it.
    public func render(into frame: inout FrameBuffer) {
        let first = entries.lastIndex { $0.screen.layer == .full } ?? 0
        for entry in entries.dropFirst(first) { entry.screen.render(into: &frame) }
    }
}
