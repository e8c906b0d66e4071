/// A place where credentials may be found: one link of the chain, as a value.
///
/// A further source is a file that declares one, and its place in `CredentialChain.standard`.
public struct CredentialSource: Sendable {
    /// The name, as a person reads it.
    public let name: String
    /// Looks there; nil means that there are none and the next source has its turn.
    let find: @Sendable (Context) async throws -> Credentials?

    /// What sources look at.
    public struct Context: Sendable {
        /// Variables and files.
        public let environment: ProcessEnvironment
        /// The profiles of both files.
        public let profiles: ProfileFiles
        /// The profile in use, and whether a person named it.
        public let profile: ProfileSelection
        /// The region in use; nil where none is set.
        public let region: String?
        /// The network, the clock and other programs.
        public let tools: CredentialTools

        /// The given surroundings and profile.
        public init(
            environment: ProcessEnvironment, profiles: ProfileFiles, profile: ProfileSelection,
            region: String?, tools: CredentialTools
        ) {
            self.environment = environment
            self.profiles = profiles
            self.profile = profile
            self.region = region
            self.tools = tools
        }

        /// The values of the profile in use, of both files.
        var section: IniFile.Section { profiles.merged(profile.name) }

        /// The same for another profile, which variables of the environment say nothing about.
        func of(profile name: String) -> Context {
            Context(
                environment: environment, profiles: profiles,
                profile: ProfileSelection(name: name, origin: .commandLine), region: region, tools: tools)
        }

        /// Where a service listens.
        ///
        /// - Throws: `ConfigurationError`.
        func endpoint(of service: EndpointResolver.Service, region: String) throws(ConfigurationError)
            -> EndpointURL
        {
            let resolver = EndpointResolver(
                environment: environment, files: profiles, profile: profile.name)
            return try resolver.endpoint(of: service, region: region).value
        }
    }

    /// A source.
    init(name: String, find: @escaping @Sendable (Context) async throws -> Credentials?) {
        self.name = name
        self.find = find
    }
}
