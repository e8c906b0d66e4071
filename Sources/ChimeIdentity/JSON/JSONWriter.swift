/// Writes JSON text in UTF-8.
struct JSONWriter {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    /// Writes a value without white space, the members of objects sorted by name.
    ///
    /// - Throws: `EncodingError` for a number that is not finite.
    mutating func write(_ value: JSONValue) throws {
        switch value {
        case .null: add("null")
        case .bool(let isTrue): write(isTrue)
        case .integer(let number): write(number)
        case .number(let number): try write(number)
        case .string(let text): write(text)
        case .array(let elements):
            add("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { add(",") }
                try write(element)
            }
            add("]")
        case .object(let members):
            add("{")
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { add(",") }
                write(member.key)
                add(":")
                try write(member.value)
            }
            add("}")
        }
    }

    /// Writes text that is JSON.
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes true or false.
    mutating func write(_ isTrue: Bool) {
        add(isTrue ? "true" : "false")
    }

    /// Writes a whole number.
    mutating func write(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes a number.
    ///
    /// - Throws: `EncodingError` where it is not finite.
    mutating func write(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, .init(codingPath: [], debugDescription: "JSON has no word for \(number)"))
        }
        bytes.append(contentsOf: "\(number)".utf8)
    }

    /// Writes text as a string.
    mutating func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            // Most text has nothing to escape, and goes in one piece.
            var start = 0
            for (index, byte) in utf8.enumerated() where Self.isEscaped(byte) {
                bytes.append(contentsOf: utf8[start..<index])
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a comma, unless an object or an array has just been opened: no value ends like that.
    mutating func separate() {
        if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { add(",") }
    }

    /// Writes the name of an object's member, with what stands before and behind it.
    mutating func begin(_ key: some CodingKey) {
        separate()
        write(key.stringValue)
        add(":")
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\n"): add("\\n")
        case UInt8(ascii: "\r"): add("\\r")
        case UInt8(ascii: "\t"): add("\\t")
        case 0..<0x20:
            add(byte < 0x10 ? "\\u000" : "\\u00")
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        default:
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        }
    }
}
