/// The two files in which the AWS command line keeps profiles.
public struct ProfileFiles: Sendable, Equatable {
    /// `~/.aws/config`, or what `AWS_CONFIG_FILE` names.
    public let config: IniFile
    /// `~/.aws/credentials`, or what `AWS_SHARED_CREDENTIALS_FILE` names.
    public let credentials: IniFile
    private let profiles: [String: IniFile.Section]
    private let services: [String: IniFile.Section]
    private let ssoSessions: [String: IniFile.Section]

    /// No files.
    static let empty = ProfileFiles(config: .empty(path: ""), credentials: .empty(path: ""))

    private init(config: IniFile, credentials: IniFile) {
        self.config = config
        self.credentials = credentials
        var profiles: [String: IniFile.Section] = [:]
        var services: [String: IniFile.Section] = [:]
        var ssoSessions: [String: IniFile.Section] = [:]
        // As in botocore, `build_profile_map`: a later section takes the place of an earlier one.
        for titled in config.sections {
            if titled.title.hasPrefix("profile") {
                if let name = Self.name(in: titled.title) { profiles[name] = titled.section }
            } else if titled.title.hasPrefix("services") {
                if let name = Self.name(in: titled.title) { services[name] = titled.section }
            } else if titled.title.hasPrefix("sso-session") {
                if let name = Self.name(in: titled.title) { ssoSessions[name] = titled.section }
            } else if titled.title == "default" {
                profiles["default"] = titled.section
            }
        }
        self.profiles = profiles
        self.services = services
        self.ssoSessions = ssoSessions
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
        self.init(
            config: try read("AWS_CONFIG_FILE", "~/.aws/config"),
            credentials: try read("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"))
    }

    /// The names of all profiles, sorted.
    public var profileNames: [String] {
        Set(profiles.keys).union(credentials.sections.map(\.title)).sorted()
    }

    /// A profile's section of the config file: `[default]`, or `[profile NAME]` for any other.
    public func configProfile(_ name: String) -> IniFile.Section? { profiles[name] }

    /// A profile's values of both files; the credentials file has the last word.
    public func merged(_ name: String) -> IniFile.Section {
        var section = profiles[name] ?? IniFile.Section()
        section.values.merge(credentials[name]?.values ?? [:]) { $1 }
        return section
    }

    /// A `[services NAME]` section of the config file.
    public func services(_ name: String) -> IniFile.Section? { services[name] }

    /// An `[sso-session NAME]` section of the config file.
    func ssoSession(_ name: String) -> IniFile.Section? { ssoSessions[name] }

    /// The name in `[profile NAME]`; nil where the words are not two.
    private static func name(in title: String) -> String? {
        guard let words = ShellWords.split(title), words.count == 2 else { return nil }
        return words[1]
    }
}
