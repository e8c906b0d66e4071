import TerminalUI

/// A terminal that keeps what it is shown and whose keys are pressed by a test.
public final class TestTerminal: Terminal {
    /// The size now.
    public private(set) var size: Size
    /// What it can show.
    public let capabilities: Capabilities
    /// Every frame it was shown, in order.
    public private(set) var frames: [FrameBuffer] = []
    /// How often the program has been stopped.
    public private(set) var suspensions = 0
    /// The size that the terminal has when the program goes on after a stop; nil where it keeps its size.
    public var sizeAfterSuspension: Size?
    /// What it was asked to put on the clipboard, in order.
    public private(set) var copied: [String] = []
    /// The most bytes that it takes.
    private static let longestCopy = 75_000
    private let pipe = WakePipe()
    private var events: [TerminalEvent] = []

    /// A terminal on which nothing is shown yet.
    public init(
        size: Size = Size(columns: 80, rows: 24),
        capabilities: Capabilities = Capabilities(colors: .indexed, isUnicode: true)
    ) {
        self.size = size
        self.capabilities = capabilities
    }

    /// Readable never: tests call `EventLoop.step`, which does not wait.
    public var inputDescriptors: [Int32] { [pipe.reader] }

    /// What is on the screen: the last frame, or a blank one.
    public var screen: FrameBuffer { frames.last ?? FrameBuffer(size: size) }

    /// Presses keys, named as in help: `j`, `Enter`, `Ctrl-C`. A name of no key is a fault of the test.
    public func press(_ keys: String...) {
        for name in keys {
            guard let key = Key(name) else { fatalError("There is no key '\(name)'.") }
            events.append(.key(key))
        }
    }

    /// Types a text, character by character.
    public func type(_ text: String) {
        events += text.map { .key(.character($0)) }
    }

    /// Lets something else happen than a key, such as a paste.
    public func send(_ event: TerminalEvent) {
        events.append(event)
    }

    /// Changes the size and tells so.
    public func resize(columns: Int, rows: Int) {
        size = Size(columns: columns, rows: rows)
        events.append(.resize(size))
    }

    /// What was pressed and sent since the last call.
    public func readEvents() -> [TerminalEvent] {
        defer { events = [] }
        return events
    }

    /// Keeps a frame.
    public func present(_ frame: FrameBuffer) {
        frames.append(frame)
    }

    /// Keeps what was copied.
    public func copy(_ text: String) -> Bool {
        guard text.utf8.count <= Self.longestCopy else { return false }
        copied.append(text)
        return true
    }

    /// Counts the stop and goes on at once.
    public func suspend() {
        suspensions += 1
        size = sizeAfterSuspension ?? size
    }
}
