import TestSupport
import Testing

@testable import TerminalUI

/// What a person does reaches the right screen, and what has changed is drawn once.
@Suite struct EventLoopTests {
    private let terminal = TestTerminal(size: Size(columns: 30, rows: 3))
    private let stack = ScreenStack<Notepad.Effect, String>()
    private let mailbox = Mailbox<String>()
    private let pad = Notepad()
    private let loop: EventLoop<Notepad.Effect, String, String>

    init() {
        let (stack, pad) = (self.stack, self.pad)
        stack.push(pad)
        loop = EventLoop(
            terminal: terminal, stack: stack, keyMap: Notepad.keyMap, mailbox: mailbox,
            perform: { effects, id in
                for effect in effects {
                    switch effect {
                    case .open: stack.push(Notepad(layer: .dialog))
                    case .close: stack.remove(id)
                    }
                }
            },
            receive: { _ = pad.handle(.message($0)) })
    }

    private func row(_ row: Int) -> String {
        ScreenText(terminal.screen).rows[row]
    }

    @Test func theFirstStepDrawsTheScreen() {
        loop.step()
        #expect(row(0) == "new")
    }

    @Test func severalKeysAreDrawnOnce() {
        loop.step()
        terminal.press("Enter", "Enter", "Enter")
        loop.step()
        #expect(pad.notes == ["fix", "fix", "fix"])
        #expect(terminal.frames.count == 2)
    }

    @Test func nothingIsDrawnWhenNothingHappens() {
        loop.step()
        loop.step()
        #expect(terminal.frames.count == 1)
    }

    @Test func theTopScreenHasTheKeysAndTheOneBelowStaysVisible() {
        terminal.press("o", "Enter")
        loop.step()
        #expect(pad.notes == ["open"])
        #expect(row(0) == "open")
        #expect(row(1) == "fix")
    }

    @Test func aKeyOfNoBindingDoesNothing() {
        terminal.press("x", "F9")
        loop.step()
        #expect(pad.notes.isEmpty)
    }

    @Test func aCommandThatCannotRunSaysWhy() {
        pad.isBroken = true
        terminal.press("Enter")
        loop.step()
        #expect(row(0) == "fix: It cannot be fixed.")
    }

    @Test func inATextFieldLettersAreTextAndOtherKeysCommands() {
        pad.focus = .text
        terminal.type("quit")
        terminal.press("Ctrl-W", "Enter")
        loop.step()
        #expect(pad.text == "quit")
        #expect(pad.notes == ["deleteWordBackward", "fix"])
    }

    @Test func aBindingOfTheFieldItselfComesBeforeEditing() {
        pad.focus = .text
        terminal.press("Ctrl-U")
        loop.step()
        #expect(pad.notes == ["fix"])
    }

    @Test func aPasteIsTextForAFieldAndNothingElsewhere() {
        terminal.send(.paste("q"))
        loop.step()
        #expect(pad.notes.isEmpty)
        pad.focus = .text
        terminal.send(.paste("q\nq"))
        loop.step()
        #expect(pad.text == "q\nq")
    }

    @Test func messagesAreReceivedAndDrawn() {
        loop.step()
        mailbox.post("loaded")
        mailbox.post("refreshed")
        loop.step()
        #expect(pad.notes == ["message loaded", "message refreshed"])
        #expect(terminal.frames.count == 2)
    }

    @Test func everyScreenLearnsTheNewSize() {
        terminal.press("o")
        loop.step()
        terminal.resize(columns: 20, rows: 2)
        loop.step()
        #expect(pad.notes.last == "20x2")
        #expect(row(1) == "20x2")
        #expect(terminal.screen.size == Size(columns: 20, rows: 2))
    }

    @Test(arguments: [(0, 0), (1, 1), (500, 200)])
    func anySizeCanBeDrawn(columns: Int, rows: Int) {
        terminal.resize(columns: columns, rows: rows)
        loop.step()
        #expect(terminal.screen.size == Size(columns: columns, rows: rows))
    }

    @Test func afterAStopItIsDrawnAnewInTheSizeOfTheTerminal() {
        loop.step()
        terminal.sizeAfterSuspension = Size(columns: 25, rows: 4)
        terminal.send(.suspend)
        loop.step()
        #expect(terminal.suspensions == 1)
        #expect(pad.notes == ["25x4"])
        #expect(terminal.screen.size == Size(columns: 25, rows: 4))
    }

    @Test func itRunsUntilTheLastScreenIsGone() {
        terminal.press("q", "Enter")
        loop.run()
        #expect(stack.count == 0)
        #expect(pad.notes == ["close"])
    }

    @Test(arguments: [TerminalEvent.terminate, .closed])
    func itEndsAtOnceWhenToldSo(event: TerminalEvent) {
        terminal.send(event)
        terminal.press("Enter")
        loop.run()
        #expect(terminal.frames.isEmpty)
        #expect(pad.notes.isEmpty)
        #expect(stack.count == 1)
    }
}
