import Glibc

/// Waits for keys and messages, hands them to screens, and draws once after each batch. Runs on the main
/// thread and sleeps in `poll` between events.
public final class EventLoop<Effect, Message, Event: Sendable> {
    private let terminal: any Terminal
    private let stack: ScreenStack<Effect, Message>
    private let keyMap: KeyMap
    private let mailbox: Mailbox<Event>
    private let perform: ([Effect], ScreenID) -> Void
    private let receive: (Event) -> Void
    private var size: Size
    private var isRunning = true
    private var needsDrawing = true

    /// A loop; it does nothing until it runs.
    ///
    /// - Parameters:
    ///   - perform: Does what a screen asks for.
    ///   - receive: Takes what other threads have left in the mailbox.
    public init(
        terminal: any Terminal, stack: ScreenStack<Effect, Message>, keyMap: KeyMap,
        mailbox: Mailbox<Event>, perform: @escaping ([Effect], ScreenID) -> Void,
        receive: @escaping (Event) -> Void
    ) {
        self.terminal = terminal
        self.stack = stack
        self.keyMap = keyMap
        self.mailbox = mailbox
        self.perform = perform
        self.receive = receive
        size = terminal.size
    }

    /// Runs until no screen is left or the terminal is gone.
    public func run() {
        while isRunning {
            step()
            if isRunning { wait() }
        }
    }

    /// Handles what is there and draws if something has changed. Does not wait.
    public func step() {
        for event in mailbox.drain() {
            receive(event)
            needsDrawing = true
        }
        for event in terminal.readEvents() { handle(event) }
        if stack.count == 0 { isRunning = false }
        guard isRunning, needsDrawing else { return }
        needsDrawing = false
        var frame = FrameBuffer(size: size)
        stack.render(into: &frame)
        terminal.present(frame)
    }

    private func wait() {
        var descriptors = (terminal.inputDescriptors + [mailbox.descriptor]).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        poll(&descriptors, nfds_t(descriptors.count), -1)
    }

    private func handle(_ event: TerminalEvent) {
        guard isRunning, stack.count > 0 else { return }
        needsDrawing = true
        switch event {
        case .key(let key): press(key)
        case .paste(let text):
            guard let (id, screen) = stack.top, screen.focus == .text else { return }
            perform(screen.handle(.text(.insert(text))), id)
        case .pointer(let event):
            guard let (id, screen) = stack.top else { return }
            perform(screen.handle(.pointer(event)), id)
        case .resize(let size): resize(to: size)
        case .suspend:
            terminal.suspend()
            resize(to: terminal.size)
        case .terminate, .closed: isRunning = false
        }
    }

    private func resize(to size: Size) {
        self.size = size
        for (id, screen) in stack.screens { perform(screen.handle(.resize(size)), id) }
    }

    private func press(_ key: Key) {
        guard let (id, screen) = stack.top else { return }
        if screen.focus == .text, let text = TextInput(key),
            keyMap.command(for: key, in: Array(screen.contexts.prefix(1))) == nil
        {
            perform(screen.handle(.text(text)), id)
            return
        }
        guard let command = keyMap.command(for: key, in: screen.contexts) else { return }
        perform(screen.run(command), id)
    }
}
