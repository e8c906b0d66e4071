import Foundation

/// The two files in which the AWS command line keeps profiles.
public struct ProfileFiles: Sendable, Equatable {
    /// `~/.aws/config`, or what `AWS_CONFIG_FILE` names.
    public let config: IniFile
    /// `~/.aws/credentials`, or what `AWS_SHARED_CREDENTIALS_FILE` names.
    public let credentials: IniFile

    /// No files.
    static let empty = ProfileFiles(config: .empty(path: ""), credentials: .empty(path: ""))

    private init(config: IniFile, credentials: IniFile) {
        self.config = config
        self.credentials = credentials
    }

    /// Reads both files; a file that is not there has no profiles.
    ///
    /// - Throws: `ConfigurationError` where one cannot be read or makes no sense.
    public init(_ environment: ProcessEnvironment) throws(ConfigurationError) {
        func read(_ variable: String, _ standard: String) throws(ConfigurationError) -> IniFile {
            let path = environment.expand(environment[variable] ?? standard)
            guard let text = try environment.text(of: path) else { return .empty(path: path) }
            return try IniFile(path: path, text: text)
        }
        config = try read("AWS_CONFIG_FILE", "~/.aws/config")
        credentials = try read("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials")
    }

    /// The names of all profiles, sorted.
    public var profileNames: [String] {
        let configured = config.sections.keys.compactMap(Self.profileName)
        return Set(configured).union(credentials.sections.keys).sorted()
    }

    /// A profile's section of the config file: `[default]`, or `[profile NAME]` for any other.
    public func configProfile(_ name: String) -> IniFile.Section? {
        config.sections.first { Self.profileName($0.key) == name }?.value
    }

    /// A profile's values of both files; the credentials file has the last word.
    func merged(_ name: String) -> IniFile.Section {
        var section = configProfile(name) ?? IniFile.Section()
        if let own = credentials.sections[name] {
            section.values.merge(own.values) { $1 }
            section.nested.merge(own.nested) { $1 }
        }
        return section
    }

    /// The values for one service in a `[services NAME]` section of the config file.
    func service(_ service: String, in name: String) -> [String: String]? {
        config.sections.first { Self.words($0.key) == ["services", name] }?.value.nested[service]
    }

    private static func profileName(_ section: String) -> String? {
        let words = words(section)
        if words == ["default"] { return "default" }
        return words.count == 2 && words[0] == "profile" ? words[1] : nil
    }

    /// The words of a section's title; quotes keep blanks together.
    private static func words(_ title: String) -> [String] {
        let trimmed = title.trimmingCharacters(in: .whitespaces)
        guard let blank = trimmed.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return [trimmed] }
        let rest = trimmed[blank...].trimmingCharacters(in: .whitespaces)
        let name = rest.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
        return [String(trimmed[..<blank]), name]
    }
}
