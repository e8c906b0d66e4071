import ArgumentParser

/// The program: without a command it opens the terminal program.
///
/// Every command states its name: ArgumentParser would otherwise derive it by reflection, which costs milliseconds
/// before the first frame.
struct Carillon: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carillon",
        abstract: "Manage the push-notification endpoints of Amazon Chime SDK Identity.",
        discussion: """
            Without a command it opens the terminal program. Exit status: 0 done, 64 bad usage, 65 bad input, \
            69 service unreachable or failing, 75 throttled, 77 refused, 78 configuration.
            """,
        version: Version.current,
        subcommands: [
            Browse.self, Serve.self, Endpoints.self, Users.self, Instances.self, Tags.self, Config.self,
            Doctor.self,
        ],
        defaultSubcommand: Browse.self)
}

/// A command that waits for the service. It does not run on the main thread.
protocol ServiceCommand: ParsableCommand, Sendable {
    /// Carries the command out.
    func perform() async throws
}

extension ServiceCommand {
    /// Not used: `perform` is.
    func run() throws {}
}
