/// Writes values of the service model as JSON text, without white space, members in the order in which the type
/// encodes them.
///
/// It writes as it goes, and so takes a fraction of the time of Foundation's encoder, which builds a tree first. For
/// that a value has to fill one container from its first member to its last, as every `encode(to:)` does that the
/// compiler has written; nested containers and super encoders are what only others ask for, and there are none here.
public enum WireEncoder {
    /// The JSON text of a value, in UTF-8.
    ///
    /// - Throws: `EncodingError`, or what the value throws.
    public static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = StreamEncoder()
        try encoder.encode(value)
        return encoder.writer.bytes
    }
}

private final class StreamEncoder: Encoder {
    fileprivate var writer = JSONWriter()
    /// What closes the container of each value that is being written; nil before it has asked for one.
    private var closings: [StaticString?] = []

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        begin("{", closing: "}")
        return KeyedEncodingContainer(ObjectContainer(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        begin("[", closing: "]")
        return ArrayContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleContainer(encoder: self) }

    private func begin(_ opening: StaticString, closing: StaticString) {
        precondition(closings.last.map { $0 == nil } ?? false, "A value asks for one container only.")
        closings[closings.count - 1] = closing
        writer.add(opening)
    }

    /// Writes a value: those that JSON knows as they are, others by what they say of themselves.
    fileprivate func encode<Value: Encodable>(_ value: Value) throws {
        // Types are compared first: a cast that fails costs more than all the rest.
        if Value.self == String.self, let text = value as? String {
            writer.write(text)
        } else if Value.self == Int.self, let number = value as? Int {
            writer.write(number)
        } else if Value.self == Double.self, let number = value as? Double {
            // Whole numbers without a fraction, as everybody else writes them.
            if let whole = Int(exactly: number) { writer.write(whole) } else { try writer.write(number) }
        } else if Value.self == Bool.self, let isTrue = value as? Bool {
            writer.write(isTrue)
        } else if JSONValueDecoder.plain.contains(ObjectIdentifier(Value.self)) {
            // They would ask for themselves without end, and the service model has none of them.
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "there is no place for a \(Value.self)"))
        } else {
            closings.append(nil)
            try value.encode(to: self)
            if case let closing?? = closings.popLast() { writer.add(closing) }
        }
    }

    fileprivate func encode(_ text: String) { writer.write(text) }

    fileprivate func encodeNil() { writer.add("null") }

    fileprivate static func unavailable() -> Never {
        preconditionFailure("The values of the service model fill one container each.")
    }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: StreamEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        encoder.writer.begin(key)
        encoder.encodeNil()
    }

    func encode(_ text: String, forKey key: Key) {
        encoder.writer.begin(key)
        encoder.encode(text)
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        encoder.writer.begin(key)
        try encoder.encode(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    { StreamEncoder.unavailable() }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        StreamEncoder.unavailable()
    }

    func superEncoder() -> any Encoder { StreamEncoder.unavailable() }

    func superEncoder(forKey key: Key) -> any Encoder { StreamEncoder.unavailable() }
}

private struct ArrayContainer: UnkeyedEncodingContainer {
    let encoder: StreamEncoder
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(encoder: StreamEncoder) {
        self.encoder = encoder
    }

    mutating func encodeNil() {
        begin()
        encoder.encodeNil()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        begin()
        try encoder.encode(value)
    }

    private mutating func begin() {
        encoder.writer.separate()
        count += 1
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        StreamEncoder.unavailable()
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { StreamEncoder.unavailable() }

    func superEncoder() -> any Encoder { StreamEncoder.unavailable() }
}

private struct SingleContainer: SingleValueEncodingContainer {
    let encoder: StreamEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.encodeNil() }

    func encode(_ text: String) { encoder.encode(text) }

    func encode<Value: Encodable>(_ value: Value) throws { try encoder.encode(value) }
}
