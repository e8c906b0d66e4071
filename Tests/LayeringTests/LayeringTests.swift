import Testing

/// The house stands as it was drawn: nothing imports upward, and every room is in the plan.
@Suite struct LayeringTests {
    @Test func everySourceFolderIsInThePlan() throws {
        #expect(try PackageTree.folders(in: "Sources") == Set(House.imports.keys))
    }

    @Test(arguments: try PackageTree.swiftFiles(under: "Sources"))
    func aTargetImportsOnlyWhatItsRowAllows(file: SourceFile) throws {
        let allowed = try #require(House.imports[file.target]).union(House.toolchain)
        #expect(file.imports.filter { !allowed.contains($0) } == [])
    }

    @Test func thePlanHasNoCircles() throws {
        var settled: Set<String> = []
        var open = House.imports.mapValues { $0.intersection(House.imports.keys) }
        while let next = open.first(where: { $0.value.isSubset(of: settled) }) {
            settled.insert(next.key)
            open[next.key] = nil
        }
        #expect(open.isEmpty)
    }
}

/// What holds for every file.
@Suite struct FileTests {
    @Test(arguments: try PackageTree.swiftFiles(under: "Sources") + PackageTree.swiftFiles(under: "Tests"))
    func aFileIsOneIdea(file: SourceFile) {
        #expect(file.lines.count <= House.longestFile)
    }

    @Test(arguments: try PackageTree.swiftFiles(under: "Sources"))
    func whatTheCompilerCannotCheckSaysWhyItIsSafe(file: SourceFile) {
        let unchecked = file.lines.indices.filter { index in
            ["@unchecked Sendable", "nonisolated(unsafe)"].contains { file.lines[index].contains($0) }
        }
        let unexplained = unchecked.filter { !isExplained($0, in: file.lines) }
        #expect(unexplained.map { file.lines[$0] } == [])
    }

    /// Whether a comment stands on the line or ends right above it, attributes aside.
    private func isExplained(_ index: Int, in lines: [Substring]) -> Bool {
        if lines[index].contains("//") { return true }
        let above = lines[..<index].last { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("@") }
        return above?.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") == true
    }
}

/// The checks above are no better than their reading of an import.
@Suite struct ImportTests {
    @Test(arguments: [
        ("import Foundation", "Foundation"),
        ("@testable import AWSClient", "AWSClient"),
        ("@preconcurrency public import NIOCore", "NIOCore"),
        ("import struct Logging.Logger", "Logging"),
        ("    import Glibc", "Glibc"),
    ])
    func anImportNamesItsModule(line: String, module: String) {
        #expect(SourceFile.module(importedBy: line[...]) == module)
    }

    @Test(arguments: ["// import Foundation", "let important = 1", "/// Values to import later.", ""])
    func otherLinesImportNothing(line: String) {
        #expect(SourceFile.module(importedBy: line[...]) == nil)
    }
}
