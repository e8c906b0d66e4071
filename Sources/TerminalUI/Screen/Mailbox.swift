import Glibc
import Synchronization

/// Messages from other threads for the one that waits in `poll`.
///
/// The descriptor becomes readable when there is a message, so the waiting thread can sleep until then.
public final class Mailbox<Message: Sendable>: Sendable {
    private let pipe = WakePipe()
    private let messages = Mutex<[Message]>([])

    /// An empty mailbox.
    public init() {}

    deinit {
        close(pipe.reader)
        close(pipe.writer)
    }

    /// Readable when there are messages. Owned by the mailbox.
    public var descriptor: Int32 { pipe.reader }

    /// Leaves a message and wakes the waiting thread. Any thread may call it.
    public func post(_ message: Message) {
        let wasEmpty = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        if wasEmpty { _ = write(pipe.writer, "!", 1) }
    }

    /// Whether there is no message.
    public var isEmpty: Bool { messages.withLock(\.isEmpty) }

    /// Takes all messages, the oldest first.
    public func drain() -> [Message] {
        _ = pipe.drain()
        return messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
