import ChimeIdentity
import Foundation
import Testing

@Suite("Values of the service model and JSON")
struct JSONCodingTests {
    private static let endpoint = AppInstanceUserEndpointSummary(
        appInstanceUserArn: "arn:aws:chime:us-east-1:111122223333:app-instance/a/user/b",
        endpointId: "e\"1\"",
        name: "Kids' \u{1F995} \\ \n\u{1}", type: .gcm, allowMessages: AllowMessages.none,
        endpointState: EndpointState(status: .inactive, statusReason: .invalidDeviceToken))

    private static let answers = [
        ListAppInstanceUserEndpointsResponse(appInstanceUserEndpoints: [endpoint, endpoint], nextToken: "t"),
        ListAppInstanceUserEndpointsResponse(appInstanceUserEndpoints: []),
        ListAppInstanceUserEndpointsResponse(
            appInstanceUserEndpoints: [
                AppInstanceUserEndpointSummary(endpointId: ""),
                AppInstanceUserEndpointSummary(
                    endpointId: "x", endpointState: EndpointState(status: .active)),
            ]),
        ListAppInstanceUserEndpointsResponse(nextToken: ""), ListAppInstanceUserEndpointsResponse(),
    ]

    /// What Foundation makes of a value, as a tree.
    private func tree(_ value: some Encodable) throws -> JSONValue {
        try JSONValue(json: JSONEncoder().encode(value))
    }

    @Test("are written as Foundation writes them", arguments: answers)
    func lists(value: ListAppInstanceUserEndpointsResponse) throws {
        #expect(try JSONValue(json: Data(WireEncoder.json(value)), rules: .strict) == tree(value))
    }

    @Test("that write themselves write the same text", arguments: answers)
    func writable(value: ListAppInstanceUserEndpointsResponse) throws {
        #expect(
            try String(decoding: value.wireText, as: UTF8.self)
                == String(decoding: WireEncoder.json(value), as: UTF8.self))
    }

    @Test("are written with numbers, times and truth")
    func numbers() throws {
        struct Many: Codable, Equatable {
            var whole = -7
            var fraction = 0.25
            var moment = Timestamp(Date(timeIntervalSince1970: 1_767_517_920.25))
            var truth = [true, false]
            var nothing: String?
            var none: Int?
            var nested: [[String]] = [[], ["a"]]
            var names = ["x": 1]
        }
        let many = Many()

        #expect(try JSONValue(json: Data(WireEncoder.json(many)), rules: .strict) == tree(many))
        #expect(try JSONValue(json: Data(WireEncoder.json(many))).decoded(as: Many.self) == many)
    }

    @Test("are read as Foundation reads them", arguments: answers)
    func reading(value: ListAppInstanceUserEndpointsResponse) throws {
        #expect(try tree(value).decoded(as: ListAppInstanceUserEndpointsResponse.self) == value)
    }

    @Test(
        "are not read from something else",
        arguments: [
            #"{"EndpointId":1}"#, #"{"EndpointId":null}"#, #"{}"#, #"[]"#, #""EndpointId""#,
            #"{"EndpointId":"x","EndpointState":{"Status":[]}}"#, #"{"EndpointId":"x","Name":true}"#,
        ])
    func mismatches(text: String) throws {
        let value = try JSONValue(json: Data(text.utf8))

        #expect(throws: DecodingError.self) { try value.decoded(as: AppInstanceUserEndpointSummary.self) }
    }

    @Test("are not read from numbers of another kind")
    func numbersOfAnotherKind() throws {
        #expect(throws: DecodingError.self) { try JSONValue.number(3.0).decoded(as: Int.self) }
        #expect(throws: DecodingError.self) { try JSONValue.string("3").decoded(as: Int.self) }
        #expect(throws: DecodingError.self) { try JSONValue.integer(3).decoded(as: UInt8.self) }
        #expect(try JSONValue.integer(3).decoded(as: Double.self) == 3)
    }

    @Test("are read and written with nothing in an array")
    func nothing() throws {
        let value = JSONValue.array([.null, .string("a")])

        #expect(try value.decoded(as: [String?].self) == [nil, "a"])
        #expect(try String(decoding: WireEncoder.json([nil, "a"]), as: UTF8.self) == #"[null,"a"]"#)
    }

    @Test("are not written with numbers that the model has no place for")
    func otherNumbers() {
        #expect(throws: EncodingError.self) { try WireEncoder.json([Int64(3)]) }
        #expect(throws: EncodingError.self) { try WireEncoder.json(["x": Float(0.5)]) }
    }

    @Test("say where they differ")
    func places() throws {
        let value = try JSONValue(
            json: Data(#"{"AppInstanceUserEndpoints":[{"EndpointId":"a"},{"EndpointId":7}]}"#.utf8))

        #expect {
            try value.decoded(as: ListAppInstanceUserEndpointsResponse.self)
        } throws: { error in
            guard case DecodingError.typeMismatch(_, let context) = error else { return false }
            return context.codingPath.map(\.stringValue) == ["AppInstanceUserEndpoints", "1", "EndpointId"]
        }
    }
}
