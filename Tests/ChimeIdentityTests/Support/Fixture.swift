import ChimeIdentity
import Foundation
import Testing

/// The files that `Fixtures/generate.py` writes from botocore.
enum Fixture {
    /// The objects of a file.
    static func objects(in name: String) throws -> [JSONValue] {
        guard case .array(let objects) = try JSONValue(json: text(of: name)) else { return [] }
        return objects
    }

    /// The bytes of a file.
    static func text(of name: String) throws -> Data {
        try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Fixtures/\(name)"))
    }
}

extension JSONValue {
    /// A member of an object, `null` where there is none.
    subscript(name: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members[name] ?? .null
    }

    /// The text, empty where the value is none.
    var text: String {
        guard case .string(let text) = self else { return "" }
        return text
    }

    /// The number, 0 where the value is none.
    var number: Int {
        guard case .integer(let number) = self else { return 0 }
        return number
    }

    /// The elements, none where the value is no array.
    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}

extension JSONValue: CustomTestStringConvertible {
    /// The operation of a fixture's object. The whole would fill the screen, and control it.
    public var testDescription: String { self["operation"].text }
}
