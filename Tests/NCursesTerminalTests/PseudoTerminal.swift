import Glibc

/// Both ends of a terminal that nobody looks at.
final class PseudoTerminal {
    /// The program's end.
    let terminal: Int32
    private var person: Int32

    /// A terminal without echo whose input is not held back until the end of a line.
    init(columns: UInt16, rows: UInt16) throws {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        var (person, terminal): (Int32, Int32) = (-1, -1)
        guard openpty(&person, &terminal, nil, nil, &size) == 0 else { throw Failure(number: errno) }
        var modes = termios()
        tcgetattr(terminal, &modes)
        cfmakeraw(&modes)
        tcsetattr(terminal, TCSANOW, &modes)
        _ = fcntl(person, F_SETFL, O_NONBLOCK)
        self.terminal = terminal
        self.person = person
    }

    struct Failure: Error {
        let number: Int32
    }

    deinit {
        hangUp()
        close(terminal)
    }

    /// Sends what keys send.
    func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// Sends bytes.
    func send(_ bytes: [UInt8]) {
        _ = write(person, bytes, bytes.count)
    }

    /// Goes away, as a lost connection does.
    func hangUp() {
        guard person >= 0 else { return }
        close(person)
        person = -1
    }

    /// What the program has written since the last call.
    func output() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(person, &buffer, buffer.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer.prefix(count)
        }
    }
}
