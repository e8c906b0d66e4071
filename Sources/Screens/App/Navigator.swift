import TerminalUI
import ViewModels

/// Turns what screens ask for into what happens, and what has happened into messages for screens.
///
/// The one place where answers are told from answers that are out of date.
public final class Navigator {
    /// The screens.
    public let stack = ScreenStack<Effect, Message>()
    private let runner: EffectRunner
    private let factory: ScreenFactory
    private let scenery: Scenery
    private let size: () -> Size
    private let copyToTerminal: (String) -> Bool
    private var history = UndoHistory()
    private var generations: [ScreenID: [Query: Int]] = [:]
    private var writesUnderWay = 0
    /// Writes that wait for the person to agree, by the dialog that asks.
    private var questions: [ScreenID: Question] = [:]
    private let confirmsEveryWrite: Bool
    /// What screens want to show without having been asked, until the person is there.
    private var unasked: [(id: ScreenID, effect: Effect)] = []
    /// Questions that wait until the person is not typing something else.
    private var codeRequests: [CodeRequest] = []
    /// Whether the person has given no code. A refresh that nobody asked for must not ask for one again.
    private var codeIsDeclined = false

    /// Writes that wait for the person to agree.
    private struct Question {
        let writes: [Write]
        let isUndo: Bool
        let asker: ScreenID
    }

    /// A navigator without screens.
    ///
    /// - Parameters:
    ///   - confirmsEveryWrite: Whether writes that could be taken back are asked about as well.
    ///   - size: The terminal's size now.
    ///   - copyToTerminal: Asks the terminal to put a text on its clipboard; false where the text is too long for that.
    public init(
        runner: EffectRunner, factory: ScreenFactory, scenery: Scenery, confirmsEveryWrite: Bool = false,
        size: @escaping () -> Size, copyToTerminal: @escaping (String) -> Bool
    ) {
        self.confirmsEveryWrite = confirmsEveryWrite
        self.runner = runner
        self.factory = factory
        self.scenery = scenery
        self.size = size
        self.copyToTerminal = copyToTerminal
    }

    /// Shows the screen of a route on top.
    @discardableResult
    public func open(_ route: Route) -> ScreenID {
        let screen = factory.screen(for: route, above: stack.top?.screen)
        let id = stack.push(screen)
        scenery.isAtRoot = stack.count == 1
        perform(screen.handle(.resize(size())), for: id)
        perform(screen.handle(.appeared), for: id)
        return id
    }

    /// Does what a screen asks for because of a key.
    public func perform(_ effects: [Effect], for id: ScreenID) {
        for effect in effects { perform(effect, for: id) }
        catchUp()
    }

    /// Does what a screen asks for because of something that has happened: what it wants to show waits until the person
    /// is there and is not typing, for the next key would be meant for what is on the screen now.
    private func performLater(_ effects: [Effect], for id: ScreenID) {
        for effect in effects {
            switch effect {
            case .open(.confirm(let confirmation)):
                unasked.append((id, .open(.confirm(confirmation.causedByEvent()))))
            case .open, .replace: unasked.append((id, effect))
            default: perform(effect, for: id)
            }
        }
        catchUp()
    }

    /// Shows what has waited for the person to be there.
    private func catchUp() {
        unasked.removeAll { stack.screen($0.id) == nil }
        if let (id, screen) = stack.top, !screen.contexts.contains(.filterInput),
            let next = unasked.firstIndex(where: { $0.id == id })
        {
            perform(unasked.remove(at: next).effect, for: id)
        }
        askForCodes()
    }

    /// Takes what the runner has to say.
    public func receive(_ event: EffectRunner.Event) {
        switch event {
        case .toHolders(let tickets, let message):
            for ticket in tickets { deliver(message, to: ticket) }
        case .toAll(.refreshDue) where codeIsDeclined:
            break
        case .toAll(let message):
            note(message)
            for (id, screen) in stack.screens where stack.screen(id) != nil {
                performLater(screen.handle(.message(message)), for: id)
            }
        case .codeWanted(let request):
            codeRequests.append(request)
        case .copied(let item, let outcome): finishCopying(item, outcome)
        }
        catchUp()
    }

    /// Asks for a code, but never in the middle of somebody's typing.
    private func askForCodes() {
        guard let (_, screen) = stack.top, screen.focus == .commands, let request = codeRequests.first
        else { return }
        codeRequests.removeFirst()
        open(.code(request))
    }

    private func perform(_ effect: Effect, for id: ScreenID) {
        switch effect {
        case .open(let route): open(route)
        case .replace(let route):
            close(id)
            open(route)
        case .back where stack.screens.first?.id == id:
            break
        case .back, .leave:
            close(id)
            guard let (below, screen) = stack.top else { return }
            perform(screen.handle(.uncovered), for: below)
        case .quit:
            if let (root, _) = stack.screens.first { close(root) }
        case .load(let query):
            let generation = generations[id, default: [:]][query, default: 0] + 1
            generations[id, default: [:]][query] = generation
            runner.load(query, for: Ticket(screen: id.rawValue, generation: generation))
        case .write(let write):
            if confirmsEveryWrite {
                ask(
                    write.question(name: runner.deviceName(of: write)),
                    Question(writes: [write], isUndo: false, asker: id)
                )
            } else {
                send([write], isUndo: false)
            }
        // The screen has asked, with a list of what will change.
        case .writeAll(let writes):
            send(writes, isUndo: false)
        case .undo:
            undo(for: id)
        case .choose(let part, let name):
            // Its outcome would be told, and could be undone, in another account.
            if writesUnderWay > 0 {
                close(id)
                if let (below, _) = stack.top { tell(below, "A change is under way; wait for it to end.") }
            } else {
                startAgain(with: name, for: part)
            }
        case .run(let name):
            close(id)
            guard let (below, screen) = stack.top else { return }
            perform(screen.run(Command(rawValue: name)), for: below)
        case .copy(let item): runner.copy(item)
        case .answerCode(let request, let code):
            codeIsDeclined = code == nil
            runner.answer(request, with: code)
        case .answer(.confirmed(.send)):
            if let question = questions.removeValue(forKey: id) {
                send(question.writes, isUndo: question.isUndo)
            }
        case .answer(let answer):
            guard let (below, screen) = stack.screen(below: id) else { return }
            perform(screen.handle(.message(.answered(answer))), for: below)
        }
    }

    /// Says how copying has ended, on whatever screen the person is by now.
    private func finishCopying(_ item: CopyItem, _ outcome: CopyOutcome) {
        guard let (id, screen) = stack.top else { return }
        let size = "\(item.text.unicodeScalars.count) characters"
        let message: Message =
            switch outcome {
            case .program(let name): .done("Copied the \(item.title) (\(size)) with \(name).")
            case .terminal where copyToTerminal(item.text):
                .done("Copied the \(item.title) (\(size)) through the terminal, if it allows that.")
            case .terminal: .notice("The \(item.title) is too long for the terminal's clipboard.")
            }
        perform(screen.handle(.message(message)), for: id)
    }

    /// Takes back the latest step. More than one device is asked about, with a list.
    private func undo(for id: ScreenID) {
        let writes = history.next()
        let question = Question(writes: writes, isUndo: true, asker: id)
        guard let first = writes.first else { return tell(id, "There is nothing to undo.") }
        if writes.count > 1 {
            ask(writes.undoQuestion(name: runner.deviceName), question)
        } else if confirmsEveryWrite {
            ask(first.question(name: runner.deviceName(of: first)), question)
        } else {
            send(writes, isUndo: true)
        }
    }

    /// Holds writes back until the person agrees.
    private func ask(_ confirmation: Confirmation, _ question: Question) {
        questions[open(.confirm(confirmation))] = question
    }

    private func send(_ writes: [Write], isUndo: Bool) {
        writesUnderWay += writes.count
        if let only = writes.first, writes.count == 1 {
            runner.write(only, isUndo: isUndo)
        } else {
            runner.writeAll(writes, isUndo: isUndo)
        }
    }

    private func tell(_ id: ScreenID, _ notice: String) {
        guard let screen = stack.screen(id) else { return }
        perform(screen.handle(.message(.notice(notice))), for: id)
    }

    /// Leaves everything and starts at the first screen with another profile or region.
    private func startAgain(with name: String, for part: SessionChoice.Part) {
        if let (root, _) = stack.screens.first { close(root) }
        history = UndoHistory()
        scenery.appInstanceName = nil
        runner.choose(name, for: part)
        open(.appInstances(openingUser: nil))
    }

    private func deliver(_ message: Message, to ticket: Ticket) {
        let id = ScreenID(rawValue: ticket.screen)
        let query: Query
        switch message {
        case .loaded(let answered, _, _): query = answered
        case .slow(let asked): query = asked
        default: return
        }
        guard let screen = stack.screen(id), generations[id]?[query] == ticket.generation else { return }
        note(message)
        performLater(screen.handle(.message(message)), for: id)
    }

    /// Keeps what all screens show.
    private func note(_ message: Message) {
        if case .loaded(_, .success, _) = message { codeIsDeclined = false }
        switch message {
        case .session(let state):
            scenery.session = state
            codeIsDeclined = false
        case .written(let outcome):
            writesUnderWay -= 1
            history.record(outcome)
        case .loaded(.appInstance, .success(.appInstance(let instance)), _):
            scenery.appInstanceName = instance.name
        default: break
        }
    }

    private func close(_ id: ScreenID) {
        for removed in stack.remove(id) {
            generations[removed] = nil
            runner.cancelReads(of: removed.rawValue)
            if let question = questions.removeValue(forKey: removed) { decline(question) }
        }
        scenery.isAtRoot = stack.count == 1
    }

    private func decline(_ question: Question) {
        if question.isUndo { history.putBack(question.writes) }
        guard let write = question.writes.first, let screen = stack.screen(question.asker) else { return }
        perform(screen.handle(.message(.declined(write))), for: question.asker)
    }
}
