import AWSClient
import ChimeIdentity
import Foundation
import Logging
import ViewModels

/// Makes clients from what the command line, the environment and the profile files say.
struct Connection: Sendable {
    /// The service as configuration and host names know it.
    static let service = ClientConfiguration.Service(
        configurationKey: "chime_sdk_identity", endpointPrefix: "identity-chime")

    let flags: ClientConfiguration.Flags
    let access: IdentityClient.Access
    let logger: Logger

    /// Finds everything out and makes a client.
    ///
    /// - Throws: `ConfigurationError`.
    func open() throws -> ServiceAccess.Connection {
        let configuration = try ClientConfiguration(
            flags: flags, environment: .current(), service: Self.service,
            userAgent: "carillon/\(Version.current)")
        let service = ServiceClient(
            transport: CurlTransport(options: configuration.transport),
            credentials: configuration.credentials, region: configuration.region.value,
            endpoint: configuration.endpoint.value, signingName: "chime", policy: configuration.retry,
            logger: logger)
        let isAWS = configuration.endpoint.source == ClientConfiguration.regionalEndpoint
        return ServiceAccess.Connection(
            client: IdentityClient(service: service, access: access),
            info: SessionInfo(
                profile: configuration.profile.origin == .standard ? nil : configuration.profile.name,
                region: configuration.region.value,
                endpoint: isAWS ? nil : configuration.endpoint.value.hostHeader))
    }
}
