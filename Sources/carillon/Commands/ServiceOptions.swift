import AWSClient
import ArgumentParser
import ChimeIdentity
import Foundation
import Logging
import ViewModels

/// The options that say which service to talk to.
struct ServiceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The profile of the AWS config and credentials files.", valueName: "name"),
        completion: .custom { _, _, _ in Connection.profileNames })
    var profile: String?

    @Option(
        help: ArgumentHelp("The AWS region, such as us-east-1.", valueName: "name"),
        completion: .list(Connection.regions.map(\.name)))
    var region: String?

    @Option(
        name: .customLong("endpoint-url"),
        help: ArgumentHelp("Where the service listens, such as http://127.0.0.1:8080.", valueName: "url"))
    var endpointURL: String?

    @Flag(name: .customLong("read-only"), help: "Refuse every operation that would change something.")
    var isReadOnly = false

    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: Logger.Level = .warning

    @Flag(name: .customLong("no-color"), help: "Use no colours; NO_COLOR does the same.")
    var usesNoColor = false

    var flags: ClientConfiguration.Flags {
        ClientConfiguration.Flags(profile: profile, region: region, endpointURL: endpointURL)
    }

    /// What may be done with the service.
    ///
    /// - Throws: `ConfigurationError` where the settings make no sense.
    var access: IdentityClient.Access {
        get throws { try settings().isReadOnly.value ? .readOnly : .full }
    }

    /// A client whose log goes to stderr.
    ///
    /// - Throws: `ConfigurationError`.
    func client(access: IdentityClient.Access? = nil) throws -> IdentityClient {
        try connection(access: access ?? self.access).open().client
    }

    /// The way to the service for a command: its log goes to stderr, and so does the question for a code.
    func connection(access: IdentityClient.Access) -> Connection {
        let level = logLevel
        let logger = Logger(label: "carillon") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        return Connection(flags: flags, access: access, askForCode: CodePrompt.onTerminal, logger: logger)
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
