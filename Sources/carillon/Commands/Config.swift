import ArgumentParser
import Screens
import TerminalUI

/// Commands on the program's configuration.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "The program's configuration.", subcommands: [Keys.self])

    struct Keys: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "keys",
            abstract: "Print every key with what it does, as Markdown.")

        func run() throws {
            Output.write(KeyReference.markdown(.standard))
        }
    }
}
