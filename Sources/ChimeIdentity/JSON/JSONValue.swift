import Foundation

/// A JSON value whose shape is checked at run time, between the wire and the typed inputs and outputs.
///
/// Foundation's decoder is not used to read it: it takes `3.0` for a whole number and `[1,]` for an array, and
/// finding out a value's kind by trying one type after the other costs most of a millisecond for one request.
public enum JSONValue: Sendable, Hashable {
    /// A JSON object. For text that names a member twice, see `JSONRules`.
    case object([String: JSONValue])
    /// A JSON array.
    case array([JSONValue])
    /// Text.
    case string(String)
    /// A number written without fraction and exponent that fits 64 bits.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// Null; in a member's place it means that the member is not there.
    case null

    /// Reads JSON text (RFC 8259) in UTF-8, at most 64 levels deep.
    ///
    /// - Throws: `JSONSyntaxError`.
    public init(json: Data, rules: JSONRules = .lenient) throws {
        self = try json.withUnsafeBytes { bytes in
            var parser = JSONParser(bytes: bytes, rules: rules)
            return try parser.document()
        }
    }

    /// The value as a typed value has it, by its coding keys.
    ///
    /// - Throws: `EncodingError`.
    public init(encoding value: some Encodable) throws {
        try self.init(json: Data(WireEncoder.json(value)))
    }

    /// The typed value.
    ///
    /// - Throws: `DecodingError` where the shapes differ.
    public func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONValueDecoder(self).decode(type)
    }

    /// JSON text without white space, the members of objects sorted by name.
    ///
    /// - Throws: `EncodingError` for a number that is not finite.
    public func json() throws -> Data {
        var writer = JSONWriter()
        try writer.write(self)
        return Data(writer.bytes)
    }
}
