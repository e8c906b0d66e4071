import AWSClient

/// The file in which a person keeps settings: `config.yaml`.
public enum SettingsFile {
    /// Where it is: `$XDG_CONFIG_HOME/carillon/config.yaml`, or under `~/.config`.
    /// Source: XDG Base Directory Specification.
    public static func path(_ environment: ProcessEnvironment) -> String {
        environment.baseDirectory("XDG_CONFIG_HOME", standard: ".config") + "/carillon/config.yaml"
    }

    /// The settings of the file; those without a file where there is none.
    ///
    /// - Throws: `ConfigurationError` with the line, where it cannot be read or makes no sense.
    public static func read(_ environment: ProcessEnvironment) throws(ConfigurationError) -> Settings {
        let path = path(environment)
        guard let text = try environment.text(of: path) else { return Settings() }
        return try SettingsReader(path: path).read(text)
    }
}
