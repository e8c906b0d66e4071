import Foundation

/// The files of the package that the test was built from.
enum PackageTree {
    /// The root of the package.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The names of the folders in a folder of the root.
    static func folders(in folder: String) throws -> Set<String> {
        let contents = try FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey])
        return Set(try contents.filter { try isDirectory($0) }.map(\.lastPathComponent))
    }

    /// All Swift files under a folder of the root.
    static func swiftFiles(under folder: String) throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let url = root.appending(path: folder).appending(path: path)
            return SourceFile(path: "\(folder)/\(path)", text: try String(contentsOf: url, encoding: .utf8))
        }
    }

    private static func isDirectory(_ url: URL) throws -> Bool {
        try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
    }
}
