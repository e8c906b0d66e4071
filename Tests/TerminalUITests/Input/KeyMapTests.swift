import Testing

@testable import TerminalUI

/// A key means what the most specific context says.
@Suite struct KeyMapTests {
    private static let devices = KeyContext(rawValue: "devices")
    private static let list = KeyContext(rawValue: "list")
    private static let open = Command(rawValue: "open")
    private static let add = Command(rawValue: "add")
    private static let down = Command(rawValue: "down")

    private let map = KeyMap([
        Binding(Self.list, [.down, .character("j")], Self.down, help: "Move down"),
        Binding(Self.list, [.enter], Self.open, help: "Open", hint: "open"),
        Binding(Self.devices, [.character("j")], Self.add, help: "Add"),
    ])

    @Test func theMoreSpecificContextWins() {
        #expect(map.command(for: .character("j"), in: [Self.devices, Self.list]) == Self.add)
        #expect(map.command(for: .character("j"), in: [Self.list]) == Self.down)
        #expect(map.command(for: .enter, in: [Self.devices, Self.list]) == Self.open)
        #expect(map.command(for: .enter, in: [Self.devices]) == nil)
    }

    @Test func helpListsOnlyKeysThatWork() {
        let listed = map.bindings(in: [Self.devices, Self.list])
        #expect(listed.map(\.command) == [Self.add, Self.down, Self.open])
        #expect(listed[1].keys == [.down])
    }

    @Test func aBindingWithoutAKeyLeftIsNotListed() {
        let map = KeyMap([
            Binding(Self.devices, [.enter], Self.add, help: "Add"),
            Binding(Self.list, [.enter], Self.open, help: "Open"),
        ])
        #expect(map.bindings(in: [Self.devices, Self.list]).map(\.command) == [Self.add])
    }

    @Test func twoCommandsOnOneKeyOfOneContextAreAConflict() throws {
        let map = KeyMap([
            Binding(Self.list, [.enter], Self.open, help: "Open"),
            Binding(Self.list, [.enter, .tab], Self.add, help: "Add"),
            Binding(Self.devices, [.enter], Self.add, help: "Add"),
            Binding(Self.list, [.enter], Self.down, help: "Move down"),
        ])
        #expect(map.command(for: .enter, in: [Self.list]) == Self.open)
        #expect(map.conflicts.count == 1)
        let conflict = try #require(map.conflicts.first)
        #expect(conflict.context == Self.list)
        #expect(conflict.key == .enter)
        #expect(conflict.commands == [Self.open, Self.add, Self.down])
    }

    @Test func theSameCommandTwiceIsNoConflict() {
        #expect(self.map.conflicts.isEmpty)
        let binding = Binding(Self.list, [.enter], Self.open, help: "Open")
        #expect(KeyMap([binding, binding]).conflicts.isEmpty)
    }
}
