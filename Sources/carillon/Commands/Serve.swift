import ArgumentParser
import Foundation
import LocalIdentity
import Logging

/// Serves Amazon Chime SDK Identity on this machine.
struct Serve: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve Amazon Chime SDK Identity on this machine, for tests and trials.")

    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 lets the system choose one.") var port = 8080
    @Option(
        help: ArgumentHelp("The database; :memory: keeps nothing.", valueName: "path"), completion: .file())
    var database: String?
    @Flag(help: "Fill an empty database with sample data.") var sample = false
    @Option(help: ArgumentHelp("The access key id that requests must be signed with.", valueName: "id"))
    var accessKey = "local"
    @Option(help: ArgumentHelp("The secret access key that requests must be signed with.", valueName: "key"))
    var secretKey = "local"
    @Option(help: "The region of the ARNs it makes.") var region = "us-east-1"
    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: Logger.Level = .warning

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("The port must be from 0 to 65535.") }
    }

    func perform() async throws {
        let path = database ?? Store.standardPath(environment: ProcessInfo.processInfo.environment)
        let lock = path == ":memory:" ? nil : try StoreLock(database: path)
        let store = try Store(path == ":memory:" ? .memory : .file(path))
        let configuration = LocalService.Configuration(
            accessKeyId: accessKey, secretAccessKey: secretKey, region: region)
        if sample { try await SampleData(store: store, configuration: configuration).fillIfEmpty() }
        let level = logLevel
        let logger = Logger(label: "carillon.local") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let server = LocalServer(
            service: LocalService(store: store, configuration: configuration, logger: logger), host: host,
            port: port)
        let (host, accessKey, secretKey, region) = (host, accessKey, secretKey, region)
        try await server.run(until: .signals) { port in
            let url = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
            Output.write(
                """
                listening on \(url)
                export AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=\(url)
                export AWS_ACCESS_KEY_ID=\(accessKey)
                export AWS_SECRET_ACCESS_KEY=\(secretKey)
                export AWS_REGION=\(region)
                export AWS_DEFAULT_REGION=\(region)

                """)
        }
        withExtendedLifetime(lock) {}
    }
}
