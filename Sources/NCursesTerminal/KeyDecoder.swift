import TerminalUI

/// Turns the bytes that a terminal sends into keys and pastes, whatever pieces they arrive in.
///
/// A sequence that stands for no known key is swallowed whole: were its end taken for characters, a report of
/// the terminal or an exotic key would run commands that nobody has asked for.
struct KeyDecoder {
    private let sequences: KeySequences
    private var pending: [UInt8] = []
    private var paste: [UInt8]?
    private var pointer: PointerDecoder?

    /// What the front of the bytes is, and how many bytes that takes.
    private typealias Step = (length: Int, event: TerminalEvent?)

    private static let escape: UInt8 = 0x1B
    private static let pasteStart = Array("\u{1B}[200~".utf8)
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    /// The most bytes of one paste that are kept; a text field holds far less.
    private static let pasteLimit = 64 * 1024
    /// The most bytes of an unfinished sequence; more than that is no sequence.
    private static let sequenceLimit = 1024

    /// - Parameter pointer: What tells reports of the mouse; nil drops them.
    init(sequences: KeySequences, pointer: PointerDecoder? = nil) {
        self.sequences = sequences
        self.pointer = pointer
    }

    /// Whether the last bytes are a key or the start of a longer sequence: only time can tell.
    var isAmbiguous: Bool {
        paste == nil && pending.first == Self.escape && pending.count <= 2 && pending.allSatisfy { $0 < 0x80 }
    }

    /// The events of the bytes so far.
    mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        pending += bytes
        var events: [TerminalEvent] = []
        var rest = pending[...]
        while !rest.isEmpty, let step = paste == nil ? nextKey(rest) : nextOfPaste(rest) {
            if let event = step.event { events.append(event) }
            rest = rest.dropFirst(step.length)
        }
        pending = Array(rest)
        return events
    }

    /// Takes an ambiguous end for the key that it is, as nothing has come after it in time.
    mutating func finish() -> [TerminalEvent] {
        guard isAmbiguous else { return [] }
        defer { pending = [] }
        guard pending.count == 2 else { return [.key(.escape)] }
        return [.key(.alt(Character(Unicode.Scalar(pending[1]))))]
    }

    /// The next step of bytes that belong to no paste; nil where more bytes are needed.
    private mutating func nextKey(_ bytes: ArraySlice<UInt8>) -> Step? {
        switch bytes.first ?? 0 {
        case Self.escape: sequence(bytes)
        case let byte where byte < 0x20 || byte == 0x7F: (1, Self.control(byte))
        default: character(bytes).map { ($0.length, $0.character.map { .key(.character($0)) }) }
        }
    }

    private static func control(_ byte: UInt8) -> TerminalEvent? {
        switch byte {
        case 0x0D, 0x0A: .key(.enter)
        case 0x09: .key(.tab)
        case 0x08, 0x7F: .key(.backspace)
        // In raw mode the terminal's driver leaves it to the program to stop.
        case 0x1A: .suspend
        case 0x01...0x1A: .key(.control(Character(Unicode.Scalar(byte + 0x60))))
        default: nil
        }
    }

    /// One character of UTF-8; what is none counts as U+FFFD, a C1 control as nothing.
    private func character(_ bytes: ArraySlice<UInt8>) -> (length: Int, character: Character?)? {
        let length =
            switch bytes.first ?? 0 {
            case ..<0x80: 1
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0 else { return (1, "\u{FFFD}") }
        let tail = bytes.dropFirst().prefix(length - 1).prefix { (0x80...0xBF).contains($0) }
        guard tail.count == length - 1 else {
            return tail.count == bytes.count - 1 ? nil : (1 + tail.count, "\u{FFFD}")
        }
        let scalars = String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first else { return (length, "\u{FFFD}") }
        return (length, (0x80..<0xA0).contains(scalar.value) ? nil : Character(scalar))
    }

    private mutating func sequence(_ bytes: ArraySlice<UInt8>) -> Step? {
        for length in stride(from: min(sequences.longest, bytes.count), to: 1, by: -1) {
            if let key = sequences[bytes.prefix(length)] { return (length, .key(key)) }
        }
        guard let second = bytes.dropFirst().first else { return nil }
        switch second {
        case UInt8(ascii: "["): return controlSequence(bytes)
        case UInt8(ascii: "O"): return bytes.count < 3 ? nil : (3, nil)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"): return report(bytes)
        // As in readline: Alt with Backspace deletes a word.
        case 0x7F: return (2, .key(.control("w")))
        case ..<0x20: return (1, .key(.escape))
        default:
            return character(bytes.dropFirst()).map { ($0.length + 1, $0.character.map { .key(.alt($0)) }) }
        }
    }

    /// ESC [, parameters, and a final byte (ECMA-48, 5.4).
    private mutating func controlSequence(_ bytes: ArraySlice<UInt8>) -> Step? {
        let body = bytes.dropFirst(2)
        // The Linux console's function keys: one more byte, whatever it is.
        if body.first == UInt8(ascii: "[") { return bytes.count < 4 ? nil : (4, nil) }
        let parameters = body.prefix { (0x20..<0x40).contains($0) }
        guard let final = body.dropFirst(parameters.count).first else { return unfinished(bytes) }
        let length = 2 + parameters.count + 1
        guard (0x40..<0x7F).contains(final) else { return (length - 1, nil) }
        if final == UInt8(ascii: "M"), parameters.isEmpty {
            // A mouse report of the oldest kind, where another program has left reports on: three more bytes.
            return bytes.count < length + 3 ? nil : (length + 3, nil)
        }
        if bytes.prefix(length) == Self.pasteStart[...] { paste = [] }
        return (length, pointer?.event(parameters, final: final))
    }

    /// A string that the terminal sends in reply to a question (ECMA-48, 5.6), up to BEL or ESC \. Any other
    /// control character means that it was none.
    private func report(_ bytes: ArraySlice<UInt8>) -> Step? {
        let body = bytes.dropFirst(2).prefix { $0 >= 0x20 }
        let end = bytes.dropFirst(2 + body.count)
        switch end.first {
        case 0x07: return (2 + body.count + 1, nil)
        case Self.escape where end.count == 1: return unfinished(bytes)
        case Self.escape where end.dropFirst().first == UInt8(ascii: "\\"): return (2 + body.count + 2, nil)
        case nil: return unfinished(bytes)
        default: return (2 + body.count, nil)
        }
    }

    /// Waits for the rest of a sequence, unless it is too long to be one.
    private func unfinished(_ bytes: ArraySlice<UInt8>) -> Step? {
        bytes.count < Self.sequenceLimit ? nil : (bytes.count, nil)
    }

    private mutating func nextOfPaste(_ bytes: ArraySlice<UInt8>) -> Step? {
        if bytes.starts(with: Self.pasteEnd) {
            defer { paste = nil }
            return (Self.pasteEnd.count, paste.map { .paste(String(decoding: $0, as: UTF8.self)) })
        }
        if Self.pasteEnd.starts(with: bytes) { return nil }
        let text = bytes.prefix(1) + bytes.dropFirst().prefix { $0 != Self.escape }
        let room = Self.pasteLimit - (paste?.count ?? 0)
        paste?.append(contentsOf: text.prefix(max(0, room)))
        return (text.count, nil)
    }
}
