import Foundation

/// A file such as `~/.aws/config`, read the way botocore reads it with Python's RawConfigParser.
///
/// Sections in brackets; `key = value` or `key: value`; keys in any case; comments on lines of their own that
/// start with `#` or `;`; a value goes on on indented lines; `key =` followed by indented `name = value` lines
/// is a nested section.
public struct IniFile: Sendable, Equatable {
    /// Keys with values. Nested sections are kept apart.
    public struct Section: Sendable, Equatable {
        /// The values by key, in lower case.
        public var values: [String: String] = [:]
        /// The nested sections by key.
        public var nested: [String: [String: String]] = [:]

        /// The value of a key.
        public subscript(key: String) -> String? { values[key] }
    }

    /// Where the file is.
    public let path: String
    /// The sections by the text between their brackets.
    public let sections: [String: Section]

    /// No sections.
    public static func empty(path: String) -> IniFile { IniFile(path: path, sections: [:]) }

    private init(path: String, sections: [String: Section]) {
        self.path = path
        self.sections = sections
    }

    /// Reads a file's text.
    ///
    /// - Throws: `ConfigurationError` with the file and the line that makes no sense.
    public init(path: String, text: String) throws(ConfigurationError) {
        self.path = path
        var sections: [String: [(key: String, lines: [String])]] = [:]
        var section: String?
        for (index, rawLine) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            func malformed(_ reason: String) -> ConfigurationError {
                ConfigurationError("\(path), line \(index + 1): \(reason); correct the line.")
            }
            let line = String(rawLine.last == "\r" ? rawLine.dropLast() : rawLine)
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix(";") { continue }
            let isIndented = line.first == " " || line.first == "\t"
            if isIndented, let name = section, let last = sections[name]?.indices.last {
                sections[name]?[last].lines.append(trimmed)
                continue
            }
            if trimmed.hasPrefix("[") {
                guard let end = trimmed.firstIndex(of: "]") else { throw malformed("the bracket is open") }
                let name = String(trimmed[trimmed.index(after: trimmed.startIndex)..<end])
                section = name
                sections[name, default: []] += []
                continue
            }
            guard let name = section else { throw malformed("a section such as [default] must come first") }
            guard let separator = trimmed.firstIndex(where: { $0 == "=" || $0 == ":" }),
                separator > trimmed.startIndex
            else { throw malformed("it is neither a section nor 'key = value'") }
            let key = trimmed[..<separator].trimmingCharacters(in: .whitespaces).lowercased()
            let value = trimmed[trimmed.index(after: separator)...].trimmingCharacters(in: .whitespaces)
            sections[name]?.append((key, [value]))
        }
        self.sections = sections.mapValues(Self.section)
    }

    private static func section(_ entries: [(key: String, lines: [String])]) -> Section {
        var section = Section()
        for (key, lines) in entries {
            if lines[0].isEmpty, lines.count > 1 {
                var nested: [String: String] = [:]
                for line in lines.dropFirst() {
                    let name = line.prefix { $0 != "=" }
                    guard name.endIndex < line.endIndex else { continue }
                    nested[name.trimmingCharacters(in: .whitespaces)] =
                        line[line.index(after: name.endIndex)...].trimmingCharacters(in: .whitespaces)
                }
                section.nested[key] = nested
                section.values[key] = nil
            } else {
                section.values[key] = lines.joined(separator: "\n")
                section.nested[key] = nil
            }
        }
        return section
    }
}
