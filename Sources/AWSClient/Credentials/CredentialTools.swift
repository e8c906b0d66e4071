import Foundation
import Logging

/// What sources of credentials use beyond variables and files.
public struct CredentialTools: Sendable {
    /// Sends requests to AWS.
    public var transport: any HTTPTransport
    /// Sends requests to the machine's own metadata services: without proxies, and without patience.
    public var metadataTransport: any HTTPTransport
    /// The clock, randomness and waiting.
    public var surroundings: ServiceClient.Surroundings
    /// When to retry requests to AWS.
    public var retry: RetryPolicy
    /// Runs a program.
    public var runProcess: ProcessRunner
    /// Asks the person for the code that the device with this serial number or ARN shows; nil where nobody can
    /// be asked.
    public var askForCode: (@Sendable (_ serial: String) async throws -> String)?
    /// Where requests are logged.
    public var logger: Logger

    /// The given tools.
    public init(
        transport: any HTTPTransport, metadataTransport: any HTTPTransport,
        surroundings: ServiceClient.Surroundings = ServiceClient.Surroundings(),
        retry: RetryPolicy = RetryPolicy(), runProcess: ProcessRunner = .system,
        askForCode: (@Sendable (_ serial: String) async throws -> String)? = nil,
        logger: Logger = Logger(label: "carillon.credentials") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.transport = transport
        self.metadataTransport = metadataTransport
        self.surroundings = surroundings
        self.retry = retry
        self.runProcess = runProcess
        self.askForCode = askForCode
        self.logger = logger
    }

    /// A client of a service that wants no signature.
    func unsignedClient(to endpoint: EndpointURL) -> ServiceClient {
        ServiceClient(
            transport: transport, unsignedTo: endpoint, policy: retry, surroundings: surroundings,
            logger: logger)
    }

    /// A client of a metadata service on this machine.
    func metadataClient(to endpoint: EndpointURL, attempts: Int) -> ServiceClient {
        ServiceClient(
            transport: metadataTransport, unsignedTo: endpoint, policy: RetryPolicy(maxAttempts: attempts),
            surroundings: surroundings, logger: logger)
    }
}
