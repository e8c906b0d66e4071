import Foundation

/// The variables and files around the program, as a value, so that tests can bring their own.
public struct ProcessEnvironment: Sendable {
    /// The environment variables.
    public let variables: [String: String]
    /// The person's home directory.
    public let homeDirectory: String
    private let readFile: @Sendable (String) throws -> Data?
    private let writeFile: @Sendable (Data, String) throws -> Void

    /// The given surroundings.
    ///
    /// - Parameters:
    ///   - readFile: The contents of a file; nil where there is none.
    ///   - writeFile: Puts contents in the place of a file's, at once, so that nobody sees half of them.
    public init(
        variables: [String: String], homeDirectory: String,
        readFile: @escaping @Sendable (String) throws -> Data?,
        writeFile: @escaping @Sendable (Data, String) throws -> Void = { _, _ in }
    ) {
        self.variables = variables
        self.homeDirectory = homeDirectory
        self.readFile = readFile
        self.writeFile = writeFile
    }

    /// The program's own surroundings.
    public static func current() -> ProcessEnvironment {
        let variables = ProcessInfo.processInfo.environment
        return ProcessEnvironment(
            variables: variables, homeDirectory: variables["HOME"] ?? NSHomeDirectory()
        ) { path in
            // As in botocore, what is no regular file counts as none; /dev/null is often given for one.
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } writeFile: { data, path in
            let new = "\(path).\(UUID().uuidString)"
            let mode = [FileAttributeKey.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: new, contents: data, attributes: mode),
                rename(new, path) == 0
            else {
                unlink(new)
                throw CocoaError(.fileWriteUnknown)
            }
        }
    }

    /// A variable; an empty one counts as unset, as in botocore.
    public subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A directory for the person's files. What is no absolute path counts as unset.
    /// Source: XDG Base Directory Specification.
    ///
    /// - Parameter standard: The directory under the home directory where the variable is not set.
    public func baseDirectory(_ variable: String, standard: String) -> String {
        self[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(homeDirectory)/\(standard)"
    }

    /// A path with `$NAME` and `${NAME}` replaced by variables that are set, and then `~` by the home directory.
    /// Source: Python, `os.path.expandvars` and `os.path.expanduser`, which botocore applies.
    public func expand(_ path: String) -> String {
        let path = expandVariables(path)
        return path == "~" ? homeDirectory : path.hasPrefix("~/") ? homeDirectory + path.dropFirst() : path
    }

    private func expandVariables(_ path: String) -> String {
        var result = ""
        var rest = path[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...].dropFirst()
            let isBraced = rest.first == "{"
            let name = (isBraced ? rest.dropFirst() : rest).prefix {
                isBraced ? $0 != "}" : $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
            }
            let tail = rest[name.endIndex...]
            if let value = variables[String(name)], !isBraced || tail.first == "}" {
                result += value
                rest = isBraced ? tail.dropFirst() : tail
            } else {
                result += "$"
            }
        }
        return result + rest
    }

    /// Puts contents in the place of a file's, for this person's eyes alone.
    func write(_ data: Data, to path: String) throws {
        try writeFile(data, path)
    }

    /// The text of a file; nil where there is none.
    ///
    /// - Throws: `ConfigurationError` where it is there but cannot be read.
    public func text(of path: String) throws(ConfigurationError) -> String? {
        let data: Data?
        do {
            data = try readFile(path)
        } catch {
            throw ConfigurationError("The file \(path) cannot be read; check its permissions.")
        }
        guard let data else { return nil }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ConfigurationError("The file \(path) is not UTF-8 text; save it as UTF-8.")
        }
        return text
    }
}
