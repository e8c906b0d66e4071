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

        /// The given variables, files and profile.
        public init(environment: ProcessEnvironment, profiles: ProfileFiles, profile: ProfileSelection) {
            self.environment = environment
            self.profiles = profiles
            self.profile = profile
        }
    }

    /// A source.
    init(name: String, find: @escaping @Sendable (Context) async throws -> Credentials?) {
        self.name = name
        self.find = find
    }
}
