import Foundation

/// Asks one source after the other, and keeps what it found until shortly before it ends. Callers that come
/// while it looks share the answer.
public actor CredentialChain {
    /// The sources of a profile in order. Source: botocore, `ProfileProviderBuilder`.
    static let ofProfile: [CredentialSource] = [
        .webIdentity, .identityCenter, .sharedCredentialsFile, .login, .process, .configFile,
    ]

    /// All sources in order. Source: botocore, `create_credential_resolver`.
    public static let standard: [CredentialSource] =
        [.environment, .assumedRole] + ofProfile + [.container, .instanceMetadata, .incompleteKeys]

    /// How long before their end temporary keys are replaced at the most, in seconds, as in botocore.
    private static let refreshMargin: TimeInterval = 15 * 60
    /// Keys that do not last long are replaced when this part of their life is left: with the margin alone, those
    /// for a quarter of an hour would be asked for with every request.
    private static let refreshPart = 0.25

    private let search: @Sendable () async throws -> SourcedCredentials
    private let now: @Sendable () -> Date
    private var found: SourcedCredentials?
    private var foundAt = Date.distantPast
    private var isSearching = false
    private var waiting: [CheckedContinuation<Result<SourcedCredentials, any Error>?, Never>] = []

    /// A chain of sources.
    public init(
        sources: [CredentialSource] = CredentialChain.standard, context: CredentialSource.Context
    ) {
        now = context.tools.surroundings.now
        search = {
            let (source, result) = await Self.search(sources, context)
            return SourcedCredentials(try result.get(), source: source ?? "")
        }
    }

    /// Asks the sources once.
    ///
    /// - Returns: The name of the source that has keys or is broken; nil where none has any.
    static func search(_ sources: [CredentialSource], _ context: CredentialSource.Context) async
        -> (source: String?, result: Result<Credentials, any Error>)
    {
        for source in sources {
            do {
                if let credentials = try await source.find(context) {
                    return (source.name, .success(credentials))
                }
            } catch {
                return (source.name, .failure(error))
            }
        }
        return (
            nil,
            .failure(
                ConfigurationError(
                    "No AWS credentials were found for the profile '\(context.profile.name)'; set "
                        + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure'."))
        )
    }

    /// A chain that always has the same credentials.
    public init(fixed credentials: Credentials, source: String) {
        now = { Date() }
        search = { SourcedCredentials(credentials, source: source) }
    }

    /// Credentials that are good for a while. Where new ones cannot be had, the last ones serve until they end.
    ///
    /// - Throws: `ConfigurationError` where no source has any, or one is broken.
    public func credentials() async throws -> SourcedCredentials {
        while true {
            if let found, isFresh(found) { return found }
            if isSearching {
                if let result = await withCheckedContinuation({ waiting.append($0) }) {
                    return try result.get()
                }
            } else {
                return try await lead()
            }
        }
    }

    /// The last credentials that were found; nothing is searched for them.
    public var lastFound: SourcedCredentials? { found }

    /// Searches on behalf of everybody who asks meanwhile.
    ///
    /// In the caller's own task, since a task of its own would run on Dispatch's global queue, which wakes an
    /// idle program up (see `CancellableWait`). A caller that is cancelled leaves the search to the next one.
    private func lead() async throws -> SourcedCredentials {
        isSearching = true
        let result: Result<SourcedCredentials, any Error>
        do {
            result = .success(try await search())
        } catch {
            let last = found.flatMap { isOver($0) ? nil : $0 }
            result = last.map(Result.success) ?? .failure(error)
        }
        isSearching = false
        if case .success(let credentials) = result, credentials != found {
            found = credentials
            foundAt = now()
        }
        let isAbandoned = if case .failure = result { Task.isCancelled } else { false }
        let followers = waiting
        waiting = []
        for follower in followers { follower.resume(returning: isAbandoned ? nil : result) }
        return try result.get()
    }

    private func isOver(_ found: SourcedCredentials) -> Bool {
        found.credentials.expiration.map { $0 <= now() } ?? false
    }

    private func isFresh(_ found: SourcedCredentials) -> Bool {
        guard let expiration = found.credentials.expiration else { return true }
        let life = expiration.timeIntervalSince(foundAt)
        return expiration.timeIntervalSince(now()) > min(Self.refreshMargin, life * Self.refreshPart)
    }
}
