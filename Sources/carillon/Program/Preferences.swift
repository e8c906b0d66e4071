import AWSClient
import Foundation
import Settings

/// The settings of this run.
enum Preferences {
    private static let read = Result { try SettingsFile.read(.current()) }

    /// What the file says. It is read once, when it is first asked for.
    ///
    /// - Throws: `ConfigurationError`.
    static func file() throws -> Settings { try read.get() }
}

extension ServiceOptions {
    /// What the file says, with the word of the command line and the environment before it.
    ///
    /// - Throws: `ConfigurationError`.
    func settings() throws -> Settings {
        var settings = try Preferences.file()
        if isReadOnly { settings.isReadOnly = Sourced(true, from: "--read-only") }
        if usesNoColor {
            settings.usesNoColor = Sourced(true, from: "--no-color")
        } else if ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false {
            settings.usesNoColor = Sourced(true, from: "NO_COLOR")
        }
        return settings
    }
}
