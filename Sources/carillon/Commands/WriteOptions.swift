import ArgumentParser
import ChimeIdentity

/// The options of a command that changes something.
struct WriteOptions: ParsableArguments {
    @Flag(
        help:
            "Check the input and say what would be sent, but change nothing. Exit status 0 means that it is valid."
    )
    var dryRun = false

    @OptionGroup var service: ServiceOptions

    /// A client that changes things, or only says what it would change.
    ///
    /// - Throws: `ConfigurationError`.
    func client() throws -> IdentityClient {
        try service.client(access: dryRun && service.access == .full ? .rehearsal : service.access)
    }
}
