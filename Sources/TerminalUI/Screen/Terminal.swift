/// Something that shows frames and reports keys.
public protocol Terminal: AnyObject {
    /// The size now.
    var size: Size { get }
    /// What it can show.
    var capabilities: Capabilities { get }
    /// Readable when there may be events.
    var inputDescriptors: [Int32] { get }
    /// The events since the last call. Never blocks.
    func readEvents() -> [TerminalEvent]
    /// Shows a frame.
    func present(_ frame: FrameBuffer)
    /// Asks the terminal to put a text on the clipboard of whoever sits at it. Nobody says whether it does.
    ///
    /// - Returns: False where the text is too long for that.
    func copy(_ text: String) -> Bool
    /// Gives the terminal back, stops the program until it is continued, and takes the terminal again.
    func suspend()
}
