import ArgumentParser
import Screens
import Settings
import TerminalUI

/// Commands on the program's own settings.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "The program's own settings.", subcommands: [Show.self, Path.self, Keys.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Print every setting with its value and where that comes from.")

        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func run() throws {
            try CommandFailure.wrapping {
                let listing = Listing(
                    member: "Settings",
                    columns: [
                        .init("NAME", "Name", \.name), .init("VALUE", "Value", \.value),
                        .init("SOURCE", "Source", \.source),
                    ], items: SettingRow.all(try service.settings()))
                Output.write(try listing.text(output.output, style: TableStyle(service)))
            }
        }
    }

    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "path",
            abstract: "Print where the settings are read from, whether or not there is a file.")

        func run() throws {
            Output.write(SettingsFile.path(.current()) + "\n")
        }
    }

    struct Keys: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "keys",
            abstract: "Print every key with what it does, as Markdown.")

        func run() throws {
            try CommandFailure.wrapping {
                Output.write(KeyReference.markdown(try Preferences.file().keyMap()))
            }
        }
    }
}
