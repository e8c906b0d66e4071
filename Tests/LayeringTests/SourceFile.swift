import Foundation
import Testing

/// A Swift file of the package.
struct SourceFile: CustomTestStringConvertible {
    /// Where it is, from the root of the package.
    let path: String
    /// Its text.
    let text: String

    var testDescription: String { path }

    /// Its lines, without their ends.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The folder of `Sources/` or `Tests/` that it belongs to.
    var target: String { String(path.split(separator: "/")[1]) }

    /// The modules that it imports, in order.
    var imports: [String] { lines.compactMap(Self.module(importedBy:)) }

    /// The module that a line imports, nil where the line is no import.
    static func module(importedBy line: Substring) -> String? {
        var words = line.split(separator: " ")[...]
        while let word = words.first, word.hasPrefix("@") || accessLevels.contains(word) {
            words.removeFirst()
        }
        guard words.popFirst() == "import" else { return nil }
        if let word = words.first, declarationKinds.contains(word) {
            words.removeFirst()
        }
        return words.first?.split(separator: ".").first.map(String.init)
    }

    private static let accessLevels: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let declarationKinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
    ]
}
