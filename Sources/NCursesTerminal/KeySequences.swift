import CNCurses
import TerminalUI

/// What the keys that type no character send.
struct KeySequences: Sendable {
    private var keys: [[UInt8]: Key] = [:]
    /// The length of the longest sequence.
    private(set) var longest = 0

    /// What nearly all terminals send.
    init() {
        for (sequence, key) in Self.common { add(sequence, key) }
    }

    /// What nearly all terminals send and what the one in use sends by its terminfo entry. Needs ncurses to
    /// have read the entry.
    static func ofTerminal() -> KeySequences {
        var sequences = KeySequences()
        for (capability, key) in capabilities {
            if let sequence = Terminfo.string(capability) { sequences.add(sequence, key) }
        }
        return sequences
    }

    /// The key of a whole sequence.
    subscript(_ sequence: ArraySlice<UInt8>) -> Key? { keys[Array(sequence)] }

    private mutating func add(_ sequence: String, _ key: Key) {
        let bytes = Array(sequence.utf8)
        guard bytes.count > 1, bytes[0] == 0x1B else { return }
        keys[bytes] = key
        longest = max(longest, bytes.count)
    }

    private static let capabilities: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
            ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab),
            ("kent", .enter),
        ] + (1...24).map { ("kf\($0)", .function($0)) }

    private static let common: [(String, Key)] =
        cursorKeys + wordKeys + editingKeys + functionKeys

    /// In both keypad modes: some terminals send the form that their terminfo entry does not name.
    private static let cursorKeys: [(String, Key)] = {
        let finals: [(String, Key)] = [
            ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
        ]
        return finals.map { ("\u{1B}[" + $0.0, $0.1) } + finals.map { ("\u{1B}O" + $0.0, $0.1) }
    }()

    /// Control or Alt with the cursor keys, as xterm, PuTTY and rxvt send them.
    private static let wordKeys: [(String, Key)] = [
        ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft),
        ("\u{1B}[1;3C", .wordRight), ("\u{1B}[5D", .wordLeft), ("\u{1B}[5C", .wordRight),
        ("\u{1B}Od", .wordLeft), ("\u{1B}Oc", .wordRight),
    ]

    private static let editingKeys: [(String, Key)] = [
        ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home), ("\u{1B}[8~", .end),
        ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
        ("\u{1B}OM", .enter),
    ]

    /// F1 to F4 as xterm, VT220 and the Linux console send them, and F5 to F12.
    private static let functionKeys: [(String, Key)] = [
        ("\u{1B}OP", .function(1)), ("\u{1B}OQ", .function(2)), ("\u{1B}OR", .function(3)),
        ("\u{1B}OS", .function(4)), ("\u{1B}[11~", .function(1)), ("\u{1B}[12~", .function(2)),
        ("\u{1B}[13~", .function(3)), ("\u{1B}[14~", .function(4)), ("\u{1B}[[A", .function(1)),
        ("\u{1B}[[B", .function(2)), ("\u{1B}[[C", .function(3)), ("\u{1B}[[D", .function(4)),
        ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
        ("\u{1B}[18~", .function(7)), ("\u{1B}[19~", .function(8)), ("\u{1B}[20~", .function(9)),
        ("\u{1B}[21~", .function(10)), ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)),
    ]
}
