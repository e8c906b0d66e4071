import Foundation
import Testing

@testable import AWSClient

/// Files that botocore has read; `Fixtures/generate-ini.py` writes them.
@Suite("Profile files are read as botocore reads them")
struct IniFileTests {
    enum Value: Decodable, Sendable, Equatable {
        case text(String)
        case nested([String: String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .nested(try container.decode([String: String].self))
            }
        }
    }

    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let sections: [String: [String: Value]]?
        let profiles: [String: [String: Value]]?
        let services: [String: [String: Value]]?
        var testDescription: String { name }
    }

    struct File: Decodable {
        let cases: [Case]
    }

    static let cases = (try? Fixture.load("ini", as: File.self).cases) ?? []

    @Test("there are cases")
    func casesAreThere() throws {
        #expect(try Fixture.load("ini", as: File.self).cases.count >= 50)
    }

    @Test("what botocore reads", arguments: cases.filter { $0.sections != nil })
    func reads(example: Case) throws {
        let file = try IniFile(path: "/home/me/.aws/config", text: example.text)
        let sections = file.sections.map { ($0.title, Self.values($0.section)) }
        #expect(Dictionary(sections) { $1 } == example.sections)

        let files = try ProfileFiles(Self.environment(config: example.text))
        let expected = try #require(example.profiles)
        for (name, values) in expected {
            #expect(files.configProfile(name).map(Self.values) == values)
        }
        #expect(files.profileNames == expected.keys.sorted())
        for (name, values) in try #require(example.services) {
            #expect(files.services(name).map(Self.values) == values)
        }
    }

    @Test("what botocore refuses", arguments: cases.filter { $0.sections == nil })
    func refuses(example: Case) {
        #expect(throws: ConfigurationError.self) { try IniFile(path: "/x", text: example.text) }
    }

    @Test(
        "a refusal names file and line and says what to do",
        arguments: [
            ("[default]\nregion\n", 2, "it is neither a [section] nor 'key = value'"),
            ("\n# c\nregion = x\n", 3, "a section such as [default] must come first"),
            ("[default]\r\n[dev\r\n", 2, "the bracket is not closed"),
            ("[a]\n[b]\n\n[a]\n", 4, "the section [a] is there a second time"),
            ("[a]\nx = 1\nX = 2\n", 3, "x is there a second time in [a]"),
            ("[a]\ns3 =\n\n  a = b\n  c\n", 5, "it is not 'name = value'"),
        ])
    func sentence(text: String, line: Int, reason: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try IniFile(path: "/home/me/.aws/config", text: text)
        }
        #expect(error?.description == "/home/me/.aws/config, line \(line): \(reason); correct the line.")
    }

    private static func values(_ section: IniFile.Section) -> [String: Value] {
        section.values.mapValues { value in
            switch value {
            case .text(let text): .text(text)
            case .nested(let nested): .nested(nested)
            }
        }
    }

    private static func environment(config: String) -> ProcessEnvironment {
        ProcessEnvironment(variables: [:], homeDirectory: "/home/me") { path in
            path == "/home/me/.aws/config" ? Data(config.utf8) : nil
        }
    }
}
