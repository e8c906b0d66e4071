import AWSClient
import ChimeIdentity
import Foundation
import LocalIdentity
import Logging
import ViewModels

/// Starts the local service inside the program, on a loopback port of its own, and makes a client for it.
struct LocalConnection: Sendable {
    let access: IdentityClient.Access
    let logger: Logger

    /// - Throws: `Store.Unusable` or `LocalServer.CannotListen`.
    func open() async throws -> ServiceAccess.Connection {
        let environment = ProcessInfo.processInfo.environment
        let path = Store.standardPath(environment: environment)
        let store = try Store(.file(path))
        let configuration = LocalService.Configuration()
        // What `carillon serve` is serving now is empty because somebody wants it so.
        if !StoreLock.isHeld(database: path) {
            try await SampleData(store: store, configuration: configuration).fillIfEmpty()
        }
        let server = LocalServer(
            service: LocalService(store: store, configuration: configuration, logger: logger), port: 0)
        let port = try await Self.start(server)
        let service = ServiceClient(
            transport: CurlTransport(options: CurlTransport.Options(proxies: .none)),
            credentials: CredentialChain(
                fixed: Credentials(
                    accessKeyId: configuration.accessKeyId, secretAccessKey: configuration.secretAccessKey),
                source: "local service"),
            region: configuration.region,
            endpoint: EndpointURL(scheme: .http, host: "127.0.0.1", port: port), signingName: "chime",
            logger: logger)
        return ServiceAccess.Connection(
            client: IdentityClient(service: service, access: access),
            info: SessionInfo(profile: nil, region: configuration.region, endpoint: "local"))
    }

    /// Runs the server for as long as the program runs.
    ///
    /// - Returns: The port, once connections are accepted.
    private static func start(_ server: LocalServer) async throws -> Int {
        let (ports, continuation) = AsyncThrowingStream<Int, any Error>.makeStream()
        Task.detached {
            do {
                try await server.run(until: .cancellation) { continuation.yield($0) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        for try await port in ports { return port }
        throw LocalServer.CannotListen(description: "The local service has ended; start Carillon again.")
    }
}
