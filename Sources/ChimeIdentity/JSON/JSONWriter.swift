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
        case .bool(let isTrue): add(isTrue ? "true" : "false")
        case .integer(let number): add(String(number))
        case .number(let number):
            guard number.isFinite else {
                throw EncodingError.invalidValue(
                    number, .init(codingPath: [], debugDescription: "JSON has no word for \(number)"))
            }
            add("\(number)")
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

    private mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(_ text: String) {
        add("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): add("\\n")
            case UInt8(ascii: "\r"): add("\\r")
            case UInt8(ascii: "\t"): add("\\t")
            case 0..<0x20: add((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        add("\"")
    }
}
