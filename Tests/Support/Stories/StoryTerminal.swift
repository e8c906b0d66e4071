import TerminalUI

/// A terminal without a tty: it takes key presses from a test and keeps the last frame.
public final class StoryTerminal: Terminal {
    /// The size that the next event tells the program.
    public private(set) var size: Size
    /// Everything that frames can show.
    public let capabilities = Capabilities(colors: .indexed, isUnicode: true)
    /// The frame that was shown last.
    public private(set) var frame: FrameBuffer
    /// How many frames were shown.
    public private(set) var frameCount = 0
    private var events: [TerminalEvent] = []

    /// A terminal of a size.
    public init(size: Size) {
        self.size = size
        frame = FrameBuffer(size: size)
    }

    /// None: a test steps the loop by hand.
    public var inputDescriptors: [Int32] { [] }

    /// Lets the terminal report an event.
    public func send(_ event: TerminalEvent) {
        if case .resize(let size) = event { self.size = size }
        events.append(event)
    }

    /// The events since the last call.
    public func readEvents() -> [TerminalEvent] {
        defer { events = [] }
        return events
    }

    /// Keeps the frame.
    public func present(_ frame: FrameBuffer) {
        self.frame = frame
        frameCount += 1
    }

    /// Nothing to give back.
    public func suspend() {}
}
