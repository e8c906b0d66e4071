/// A file such as `~/.aws/config`, read the way botocore reads it with Python's RawConfigParser.
///
/// Sections in brackets; `key = value` or `key: value`; keys in any case; comments on lines of their own that
/// start with `#` or `;`; a value goes on on lines that are indented deeper; `key =` followed by such lines is
/// a nested section; what stands in `[DEFAULT]` holds for every section. Nothing may stand there twice.
/// Source: botocore, `configloader.py`; Python, `configparser.py`.
public struct IniFile: Sendable, Equatable {
    /// What a key has.
    public enum Value: Sendable, Equatable {
        /// A text; lines after the first follow a line feed.
        case text(String)
        /// A nested section.
        case nested([String: String])
    }

    /// Keys with values.
    public struct Section: Sendable, Equatable {
        /// The values by key, in lower case.
        public var values: [String: Value] = [:]

        /// The text of a key.
        public subscript(key: String) -> String? {
            guard case .text(let text)? = values[key] else { return nil }
            return text
        }

        /// The nested section of a key.
        public func nested(_ key: String) -> [String: String]? {
            guard case .nested(let section)? = values[key] else { return nil }
            return section
        }
    }

    /// A section with what stands between its brackets.
    public struct TitledSection: Sendable, Equatable {
        /// What stands between the brackets.
        public let title: String
        /// The section.
        public let section: Section
    }

    /// Where the file is.
    public let path: String
    /// The sections in the order of the file.
    public let sections: [TitledSection]

    /// The section of a title.
    public subscript(title: String) -> Section? {
        sections.first { $0.title == title }?.section
    }

    /// No sections.
    public static func empty(path: String) -> IniFile { IniFile(path: path, sections: []) }

    private init(path: String, sections: [TitledSection]) {
        self.path = path
        self.sections = sections
    }

    /// Reads a file's text.
    ///
    /// - Throws: `ConfigurationError` with the file and the line that makes no sense.
    public init(path: String, text: String) throws(ConfigurationError) {
        do {
            var parser = IniParser()
            for line in IniLine.lines(of: text) { try parser.read(line) }
            self.init(path: path, sections: try parser.finish())
        } catch {
            throw ConfigurationError("\(path), line \(error.line): \(error.reason); correct the line.")
        }
    }
}
