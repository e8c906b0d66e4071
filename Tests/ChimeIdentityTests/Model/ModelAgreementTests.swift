import AWSClient
import ChimeIdentity
import Testing

@Suite("The descriptors say what botocore's model says")
struct ModelAgreementTests {
    @Test("the same operations, in the same order")
    func names() throws {
        let model = try Fixture.objects(in: "model.json").map { $0["name"].text }

        #expect(Operations.all.map(\.name) == model)
        #expect(AnyOperation.all.map(\.descriptor) == Operations.all)
    }

    @Test("the same method, path, status, members, limits and errors", arguments: AnyOperation.all)
    func agreement(_ operation: AnyOperation) throws {
        let model = try Fixture.objects(in: "model.json").first {
            $0["name"].text == operation.descriptor.name
        }

        #expect(try text(JSONValue(describing: operation.descriptor)) == text(model ?? .null))
    }

    private func text(_ value: JSONValue) throws -> String {
        try String(decoding: value.json(), as: UTF8.self)
    }
}

extension JSONValue {
    /// A descriptor in the form of `model.json`.
    fileprivate init(describing operation: OperationDescriptor) {
        let path = operation.path.segments.map { segment in
            switch segment {
            case .literal(let text): "/\(text)"
            case .parameter(let name): "/{\(name)}"
            }
        }
        self = .object([
            "name": .string(operation.name),
            "method": .string(operation.method.rawValue),
            "path": .string(path.joined()),
            "query": .string(operation.constantQuery.map { "\($0.name)=\($0.value)" }.joined(separator: "&")),
            "status": .integer(operation.successStatus),
            "errors": .object(
                Dictionary(
                    uniqueKeysWithValues: operation.errors.map { ($0.rawValue, .integer($0.status)) })),
            "members": .array(operation.input.map(JSONValue.init(describing:))),
        ])
    }

    private init(describing member: Member) {
        let location =
            switch member.location {
            case .body: "body"
            case .path: "path"
            case .query(let name): "query \(name)"
            }
        self = .object([
            "name": .string(member.name),
            "location": .string(location),
            "isRequired": .bool(member.isRequired),
            "isIdempotencyToken": .bool(member.isIdempotencyToken),
            "shape": JSONValue(describing: member.shape),
        ])
    }

    private init(describing shape: Shape) {
        self =
            switch shape {
            case .string(let string):
                .object([
                    "length": JSONValue(describing: string.length),
                    "pattern": .string("\(string.pattern)"),
                    "isSensitive": .bool(string.isSensitive),
                ])
            case .integer(let range): .object(["integer": JSONValue(describing: range)])
            case .enumeration(let values): .object(["values": .array(values.map(JSONValue.string))])
            case .structure(let members):
                .object(["members": .array(members.map(JSONValue.init(describing:)))])
            case .list(let element, let count):
                .object([
                    "item": JSONValue(describing: element), "count": JSONValue(describing: count),
                ])
            }
    }

    private init(describing range: ClosedRange<Int>) {
        self = .array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
}
