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
    @Option(
        help: ArgumentHelp(
            "Fill an empty database with so many users, and three times as many devices.", valueName: "users")
    )
    var generate: Int?
    @Option(help: ArgumentHelp("The access key id that requests must be signed with.", valueName: "id"))
    var accessKey = "local"
    @Option(help: ArgumentHelp("The secret access key that requests must be signed with.", valueName: "key"))
    var secretKey = "local"
    @Option(help: "The region of the ARNs it makes and of the signatures it accepts.")
    var region = "us-east-1"
    @Option(help: "Limits to keep beyond those that always hold: aws for the published rates, or none.")
    var quota = Quota.none
    @Option(
        help: ArgumentHelp(
            "What is to go wrong, such as throttle=0.1,error=0.05,drop=0.02,truncate=0.01,latency=200ms+-50,slow=1kB/s; "
                + "with an operation before it, ListAppInstanceUserEndpoints:error=1, for that alone.",
            valueName: "faults"))
    var fault: [String] = []
    @Option(help: ArgumentHelp("Make the same faults happen to the same requests.", valueName: "number"))
    var faultSeed: UInt64?
    @Option(
        help: ArgumentHelp(
            "How long a request may take to arrive, in seconds.", valueName: "seconds"))
    var requestTimeout = Int(LocalServer.standardRequestTimeout / .seconds(1))
    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: Logger.Level = .warning

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("The port must be from 0 to 65535.") }
        if let generate, !(1...GeneratedData.userLimit).contains(generate) {
            throw ValidationError("--generate takes a number of users from 1 to \(GeneratedData.userLimit).")
        }
        guard !sample || generate == nil else {
            throw ValidationError("--sample and --generate both fill an empty database; give one of them.")
        }
        guard (1...3600).contains(requestTimeout) else {
            throw ValidationError("--request-timeout takes seconds from 1 to 3600.")
        }
        for (name, value) in [("--access-key", accessKey), ("--secret-key", secretKey), ("--region", region)]
        where value.isEmpty {
            throw ValidationError("\(name) cannot be empty.")
        }
        do {
            _ = try faultPlan
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// What `--quota` takes.
    enum Quota: String, CaseIterable, ExpressibleByArgument {
        case none, aws

        var limits: Quotas {
            switch self {
            case .none: .none
            case .aws: .aws
            }
        }
    }

    private var faultPlan: FaultPlan {
        get throws(FaultPlan.Malformed) { try FaultPlan(fault.joined(separator: ",")) }
    }

    func perform() async throws {
        let path = database ?? Store.standardPath(environment: ProcessInfo.processInfo.environment)
        let lock = path == ":memory:" ? nil : try StoreLock(database: path)
        let store = try Store(path == ":memory:" ? .memory : .file(path), lock: lock)
        let configuration = LocalService.Configuration(
            accessKeyId: accessKey, secretAccessKey: secretKey, region: region, quotas: quota.limits)
        try await fill(store, path: path, configuration)
        let level = logLevel
        let logger = Logger(label: "carillon.local") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let plan = try faultPlan
        let faults = faultSeed.map { FaultInjector(plan, seed: $0) } ?? FaultInjector(plan)
        if !plan.isEmpty {
            Self.tell("playing \(plan) with --fault-seed \(faults.seed)")
        }
        OpenFiles.raiseLimit()
        let server = LocalServer(
            service: LocalService(
                store: store, configuration: configuration, faults: faults, logger: logger), host: host,
            port: port, requestTimeout: .seconds(requestTimeout))
        let (host, accessKey, secretKey, region) = (host, accessKey, secretKey, region)
        try await server.run(until: .signals) { port in
            let url = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
            Output.write(
                """
                listening on \(url)
                export AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=\(Self.quoted(url))
                export AWS_ACCESS_KEY_ID=\(Self.quoted(accessKey))
                export AWS_SECRET_ACCESS_KEY=\(Self.quoted(secretKey))
                export AWS_REGION=\(Self.quoted(region))
                export AWS_DEFAULT_REGION=\(Self.quoted(region))

                """)
        }
        store.settle()
        withExtendedLifetime(lock) {}
    }

    /// Does what `--sample` and `--generate` ask for, or says why not.
    private func fill(_ store: Store, path: String, _ configuration: LocalService.Configuration) async throws
    {
        var isFilled = true
        if sample {
            isFilled = try await SampleData(store: store, configuration: configuration).fillIfEmpty()
        }
        if let generate {
            var progress = ProgressLine("users", of: generate)
            isFilled = try await GeneratedData(store: store, configuration: configuration)
                .fill(users: generate) { progress.show($0) }
        }
        if !isFilled {
            Self.tell(
                "The database \(path) holds other data and is left as it is; give another --database to fill one."
            )
        }
    }

    private static func tell(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }

    /// A word as a shell has to be given it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "-_./:@%+=".unicodeScalars.contains(scalar)
        }
        return isPlain ? word : "'\(word.replacing("'", with: #"'\''"#))'"
    }
}
