import Screens
import TerminalUI
import Testing

@Suite("Other keys for commands")
struct KeyOverridesTests {
    private let devices: [KeyContext] = [.devices, .list, .session, .browse, .global]
    private let form: [KeyContext] = [.form, .global]

    @Test("take the place of the usual ones")
    func replaced() throws {
        let map = try KeyMap.standard.replacing([.toggleAllow: [.character("m"), .control("a")]])
        #expect(map.command(for: .character("m"), in: devices) == .toggleAllow)
        #expect(map.command(for: .control("a"), in: devices) == .toggleAllow)
        #expect(map.command(for: .character("a"), in: devices) == nil)
    }

    @Test("can be exchanged between two commands")
    func exchanged() throws {
        let map = try KeyMap.standard.replacing([.undo: [.character("r")], .refresh: [.character("u")]])
        #expect(map.command(for: .character("r"), in: devices) == .undo)
        #expect(map.command(for: .character("u"), in: devices) == .refresh)
    }

    @Test("are refused where another command has them in the same situation, also from another context")
    func taken() {
        #expect(throws: KeyMap.Refusal.taken(.character("t"), for: .rename, by: .tags)) {
            try KeyMap.standard.replacing([.rename: [.character("t")]])
        }
        #expect(throws: KeyMap.Refusal.taken(.character("j"), for: .rename, by: .down)) {
            try KeyMap.standard.replacing([.rename: [.character("j")]])
        }
        #expect(throws: KeyMap.Refusal.taken(.character("a"), for: .refresh, by: .toggleAllow)) {
            try KeyMap.standard.replacing([.refresh: [.character("a")]])
        }
    }

    @Test("may be those of a command that works elsewhere")
    func elsewhere() throws {
        // Saving tags and renaming a device never meet.
        let map = try KeyMap.standard.replacing([.rename: [.control("s")]])
        #expect(map.command(for: .control("s"), in: devices) == .rename)
    }

    @Test("that type do not keep anybody from typing")
    func typing() throws {
        let map = try KeyMap.standard.replacing([
            .cancel: [.character("x")], .down: [.character("n"), .down], .rename: [.character("e")],
        ])
        #expect(map.command(for: .character("x"), in: form) == nil)
        #expect(map.command(for: .escape, in: form) == .cancel)
        #expect(map.command(for: .character("n"), in: [.filterInput, .global]) == nil)
        #expect(map.command(for: .down, in: [.filterInput, .global]) == .down)
        #expect(map.command(for: .character("n"), in: devices) == .down)
    }

    @Test("are needed where there would be no way out", arguments: [Command.quit, .cancel, .accept])
    func needed(command: Command) {
        #expect(throws: KeyMap.Refusal.needed(command)) { try KeyMap.standard.replacing([command: []]) }
    }
}
