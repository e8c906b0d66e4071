import AWSClient
import Foundation
import Testing

@Suite("The program's own surroundings")
struct ProcessEnvironmentTests {
    private let environment = ProcessEnvironment.current()

    @Test("have the variables of the process")
    func variables() {
        #expect(environment["PATH"] == ProcessInfo.processInfo.environment["PATH"])
    }

    @Test(
        "have no file where there is none, or something that is no file",
        arguments: [
            "/dev/null", "/", "/nowhere/at/all", "",
        ])
    func noFile(path: String) throws {
        #expect(try environment.text(of: path) == nil)
    }

    @Test("have files and links to them")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("carillon-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, link) = (folder.appendingPathComponent("a"), folder.appendingPathComponent("b"))
        try Data("[default]".utf8).write(to: file)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        #expect(try environment.text(of: file.path) == "[default]")
        #expect(try environment.text(of: link.path) == "[default]")
    }
}
