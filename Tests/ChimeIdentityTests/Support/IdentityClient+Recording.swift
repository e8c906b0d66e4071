import AWSClient
import ChimeIdentity

extension IdentityClient {
    /// A client whose requests end in a recording transport. It waits for nothing.
    static func recording(
        _ transport: RecordingTransport, access: Access = .full, attempts: Int = 1
    ) throws -> IdentityClient {
        IdentityClient(
            service: ServiceClient(
                transport: transport,
                credentials: CredentialChain(
                    fixed: Credentials(accessKeyId: "local", secretAccessKey: "local"), source: "test"),
                region: "us-east-1",
                endpoint: try EndpointURL("https://identity-chime.us-east-1.amazonaws.com"),
                signingName: "chime", policy: RetryPolicy(maxAttempts: attempts),
                surroundings: ServiceClient.Surroundings(random: { 0 }, sleep: { _ in })),
            access: access)
    }
}
