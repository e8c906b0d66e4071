import Glibc
import TerminalUI

/// Reads what a terminal sends, without ever waiting for a key.
struct KeyReader {
    private let descriptor: Int32
    private var decoder: KeyDecoder

    /// How long the rest of a key's sequence may take after its first byte, in milliseconds. Only after an
    /// Escape is so much waited.
    private static let escapeDelay: Int32 = 25
    /// How often to read before what has come is drawn.
    private static let batches = 16

    init(descriptor: Int32, sequences: KeySequences, pointer: PointerDecoder? = nil) {
        self.descriptor = descriptor
        decoder = KeyDecoder(sequences: sequences, pointer: pointer)
    }

    /// The keys and pastes since the last call; `closed` where the other end of the terminal has gone, as
    /// when an SSH session is lost.
    mutating func read() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        for _ in 0..<Self.batches {
            var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&input, 1, decoder.isAmbiguous ? Self.escapeDelay : 0)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return events + decoder.finish() }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 {
                events += decoder.decode(buffer.prefix(count))
            } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                return events + [.closed]
            }
        }
        return events
    }
}
