import AWSClient
import ChimeIdentity
import Foundation
import Logging
import ViewModels

/// Makes clients from what the command line, the environment and the profile files say.
struct Connection: Sendable {
    /// The service as configuration and host names know it.
    static let service = EndpointResolver.Service(
        configurationKey: "chime_sdk_identity", endpointPrefix: "identity-chime")

    var flags: ClientConfiguration.Flags
    var access: IdentityClient.Access
    /// Asks for the code of an MFA device; nil where nobody can be asked.
    var askForCode: (@Sendable (_ serial: String) async throws -> String)?
    let logger: Logger

    /// The same with the profile and region that the person has chosen since.
    func choosing(_ choice: SessionChoice) -> Connection {
        var connection = self
        if let profile = choice.profile {
            (connection.flags.profile, connection.flags.region) = (profile, nil)
        }
        if let region = choice.region { connection.flags.region = region }
        return connection
    }

    /// The regions of the service. Source: AWS General Reference, "Amazon Chime SDK endpoints and quotas".
    static let regions = [
        SessionOption(name: "us-east-1", detail: "US East (N. Virginia)"),
        SessionOption(name: "eu-central-1", detail: "Europe (Frankfurt)"),
    ]

    /// The profiles there are to choose from; none where the files make no sense.
    static var profileNames: [String] { (try? ProfileFiles(.current()).profileNames) ?? [] }

    /// The profiles of the files, or the regions of the service.
    ///
    /// - Throws: `ConfigurationError` where a file makes no sense.
    func options(_ part: SessionChoice.Part) throws -> [SessionOption] {
        switch part {
        case .profile:
            let files = try ProfileFiles(.current())
            return files.profileNames.map {
                SessionOption(name: $0, detail: files.merged($0)["region"] ?? "")
            }
        case .region: return Self.regions
        }
    }

    /// What flags, environment and profile files say.
    ///
    /// - Throws: `ConfigurationError`.
    func configuration() throws -> ClientConfiguration {
        try ClientConfiguration(
            flags: flags, environment: .current(), service: Self.service,
            userAgent: "carillon/\(Version.current)")
    }

    /// What credentials are found with.
    func tools(for configuration: ClientConfiguration) -> CredentialTools {
        CredentialTools(
            transport: CurlTransport(options: configuration.transport),
            metadataTransport: CurlTransport(options: .metadata(like: configuration.transport)),
            retry: configuration.retry, askForCode: askForCode, logger: logger)
    }

    /// A client of the service.
    func service(
        _ configuration: ClientConfiguration, _ transport: any HTTPTransport, _ credentials: CredentialChain
    ) -> ServiceClient {
        ServiceClient(
            transport: transport, credentials: credentials, region: configuration.region.value,
            endpoint: configuration.endpoint.value, signingName: "chime", policy: configuration.retry,
            logger: logger)
    }

    /// Finds everything out and makes a client.
    ///
    /// - Throws: `ConfigurationError`.
    func open() throws -> ServiceAccess.Connection {
        let configuration = try configuration()
        let tools = tools(for: configuration)
        let service = service(
            configuration, tools.transport, configuration.credentials(with: tools))
        let isAWS = configuration.endpoint.source == EndpointResolver.regional
        return ServiceAccess.Connection(
            client: IdentityClient(service: service, access: access),
            info: SessionInfo(
                profile: configuration.profile.name,
                region: configuration.region.value,
                endpoint: isAWS ? nil : configuration.endpoint.value.hostHeader))
    }
}
