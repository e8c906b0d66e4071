import ChimeIdentity
import Foundation
import Testing

@Suite("JSON is read strictly and written plainly")
struct JSONValueTests {
    @Test(
        "whole numbers stay apart from others",
        arguments: [
            ("3", JSONValue.integer(3)), ("-0", .integer(0)), ("3.0", .number(3)), ("3e0", .number(3)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5E-3", .number(0.0015)),
            ("true", .bool(true)), ("1", .integer(1)), (" null\r\n\t", .null),
        ])
    func scalars(text: String, value: JSONValue) throws {
        #expect(try JSONValue(json: Data(text.utf8)) == value)
    }

    @Test(
        "text with escapes is read, and what is no text is replaced",
        arguments: [
            (#""\u00e9\n\/\\\"\b\f\r\t""#, "é\n/\\\"\u{8}\u{C}\r\t"), (#""\ud83d\ude00""#, "😀"),
            (#""a\ud83d""#, "a\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
            (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
            (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\u0000""#, "\0"), (#""👩‍👧""#, "👩‍👧"),
        ])
    func strings(text: String, value: String) throws {
        #expect(try JSONValue(json: Data(text.utf8)) == .string(value))
    }

    @Test("bytes that are no UTF-8 are replaced")
    func invalidBytes() throws {
        #expect(try JSONValue(json: Data([0x22, 0x61, 0xFF, 0x62, 0x22])) == .string("a\u{FFFD}b"))
    }

    @Test(
        "what is no JSON is refused, with the place and without the text",
        arguments: [
            "", " ", "[1,]", "[1", "[", "{", #"{"a"}"#, #"{"a":1,}"#, #"{a:1}"#, #"{"a" 1}"#, "01", "+1",
            "1.", ".5",
            "1e", "-", "--1", "1 2", "tru", "nulll", "NaN", "Infinity", "1e999", #""a"#, #""\"#, #""\x""#,
            #""\u12g4""#,
            "\"a\nb\"", "'a'", "[1]]", "{\"a\":1}}", "\u{FEFF}1",
        ])
    func refused(text: String) {
        #expect(throws: JSONSyntaxError.self) { try JSONValue(json: Data(text.utf8)) }
    }

    @Test("a syntax error holds nothing of the text")
    func syntaxErrorIsDiscreet() {
        #expect {
            try JSONValue(json: Data(#"{"DeviceToken":"secret" oops}"#.utf8))
        } throws: { error in
            "\(error)" == "The text is not valid JSON: a comma or a closing brace is missing at byte 24."
        }
    }

    @Test("hostile nesting is refused before the stack ends")
    func nesting() throws {
        func nested(_ depth: Int) -> Data {
            Data((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }

        _ = try JSONValue(json: nested(64))
        #expect(throws: JSONSyntaxError.self) { try JSONValue(json: nested(65)) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(json: nested(1_000_000)) }
    }

    @Test("the last of two members of one name counts")
    func duplicateMembers() throws {
        #expect(try JSONValue(json: Data(#"{"a":1,"a":2}"#.utf8)) == .object(["a": .integer(2)]))
    }

    @Test("members are written in order, without white space, with every control character escaped")
    func writing() throws {
        let value = JSONValue.object([
            "b": .array([.null, .bool(false), .integer(-1), .number(0.5)]),
            "a": .string("\u{1}\u{1F}\u{7F}\n\t\r\"\\/é👧"), "c": .object([:]),
        ])

        let text = #"{"a":"\u0001\u001f"# + "\u{7F}" + #"\n\t\r\"\\/é👧","b":[null,false,-1,0.5],"c":{}}"#
        #expect(try String(decoding: value.json(), as: UTF8.self) == text)
    }

    @Test("a number that is not finite cannot be written", arguments: [Double.nan, .infinity])
    func notFinite(number: Double) {
        #expect(throws: EncodingError.self) { try JSONValue.number(number).json() }
    }

    @Test(
        "Foundation reads what is written as what was read",
        arguments: ["model.json", "patterns.json", "requests.json", "responses.json"])
    func likeFoundation(file: String) throws {
        func canonical(_ json: Data) throws -> Data {
            try JSONSerialization.data(
                withJSONObject: JSONSerialization.jsonObject(with: json), options: .sortedKeys)
        }
        let text = try Fixture.text(of: file)

        #expect(try canonical(JSONValue(json: text).json()) == canonical(text))
    }

    @Test(
        "strict rules refuse what means nothing certain",
        arguments: [
            #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"[{"b":{"a":1,"a":1}}]"#, #"{"é":1,"é":2}"#,
            #""\ud83d""#,
            #""\ude00""#, #""\ud83dx""#, #"{"\ud800":1}"#,
        ])
    func strict(text: String) throws {
        _ = try JSONValue(json: Data(text.utf8))
        #expect(throws: JSONSyntaxError.self) { try JSONValue(json: Data(text.utf8), rules: .strict) }
    }

    @Test("strict rules refuse what is no UTF-8, wherever it stands")
    func strictBytes() {
        for json in [#"{"a\#u{1}":1}"#, #"["\#u{1}"]"#, #"{"a":"b"}\#u{1}"#] {
            let bytes = json.utf8.map { $0 == 1 ? 0xFF : $0 }
            #expect(throws: JSONSyntaxError.self) { try JSONValue(json: Data(bytes), rules: .strict) }
        }
    }

    @Test("strict rules take no other letter for the one that a name has")
    func strictNames() throws {
        let text = Data("{\"\u{212A}ey\":1,\"Key\":2,\"e\u{301}\":3,\"\u{E9}\":4}".utf8)

        #expect(try JSONValue(json: text, rules: .strict) == .object(["Key": .integer(2)]))
    }

    @Test("a typed value and its JSON form are the same thing")
    func typed() throws {
        let tag = Tag(key: "tier", value: "gold")
        let value = JSONValue.object(["Key": .string("tier"), "Value": .string("gold")])

        #expect(try JSONValue(encoding: tag) == value)
        #expect(try value.decoded(as: Tag.self) == tag)
    }
}
