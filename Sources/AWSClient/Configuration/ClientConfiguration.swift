import Foundation

/// Everything that is needed to talk to a service, found out from flags, environment and profile files.
public struct ClientConfiguration: Sendable {
    /// What the command line says.
    public struct Flags: Sendable, Hashable {
        /// `--profile`.
        public var profile: String?
        /// `--region`.
        public var region: String?
        /// `--endpoint-url`.
        public var endpointURL: String?

        /// The given flags.
        public init(profile: String? = nil, region: String? = nil, endpointURL: String? = nil) {
            self.profile = profile
            self.region = region
            self.endpointURL = endpointURL
        }
    }

    /// The profile in use.
    public let profile: ProfileSelection
    /// The region.
    public let region: Sourced<String>
    /// Where the service listens.
    public let endpoint: Sourced<EndpointURL>
    private let environment: ProcessEnvironment
    private let files: ProfileFiles
    /// How many attempts there are in all.
    public let attempts: Sourced<Int>
    /// The file with the certificates to trust; nil means the system's.
    public let certificateBundle: Sourced<String>?
    /// How often and when to retry.
    public let retry: RetryPolicy
    /// How to transport.
    public let transport: CurlTransport.Options

    /// Finds everything out. Reads files, so it must not run on the main thread of the terminal program.
    ///
    /// - Throws: `ConfigurationError`.
    public init(
        flags: Flags, environment: ProcessEnvironment, service: EndpointResolver.Service, userAgent: String
    ) throws(ConfigurationError) {
        self.environment = environment
        files = try ProfileFiles(environment)
        profile = ProfileSelection(flag: flags.profile, environment: environment)
        if profile.origin != .standard, !files.profileNames.contains(profile.name) {
            throw ConfigurationError(
                "There is no profile '\(profile.name)' in \(files.config.path) or \(files.credentials.path); "
                    + "run 'aws configure list-profiles' to see those there are.")
        }
        let section = files.merged(profile.name)
        region = try Self.region(flags, environment, section, profile)
        if let url = flags.endpointURL {
            endpoint = Sourced(try EndpointURL(url), from: "--endpoint-url")
        } else {
            let endpoints = EndpointResolver(environment: environment, files: files, profile: profile.name)
            endpoint = try endpoints.endpoint(of: service, region: region.value)
        }
        attempts = try Self.attempts(environment, section)
        retry = RetryPolicy(maxAttempts: attempts.value, mode: try Self.retryMode(environment, section))
        certificateBundle = Self.first([
            (environment["AWS_CA_BUNDLE"], "AWS_CA_BUNDLE"),
            (section["ca_bundle"], "ca_bundle of the profile"),
        ]).map { Sourced(environment.expand($0.value), from: $0.source) }
        transport = CurlTransport.Options(
            certificateBundle: certificateBundle?.value,
            httpProxy: environment["http_proxy"] ?? environment["HTTP_PROXY"], userAgent: userAgent)
    }

    /// Where credentials come from.
    public func credentials(with tools: CredentialTools) -> CredentialChain {
        CredentialChain(context: context(tools))
    }

    /// Looks for credentials once.
    ///
    /// - Returns: The name of the source that has keys or is broken; nil where none has any.
    public func findCredentials(with tools: CredentialTools) async
        -> (source: String?, result: Result<Credentials, any Error>)
    {
        await CredentialChain.search(CredentialChain.standard, context(tools))
    }

    private func context(_ tools: CredentialTools) -> CredentialSource.Context {
        CredentialSource.Context(
            environment: environment, profiles: files, profile: profile, region: region.value, tools: tools)
    }

    private static func region(
        _ flags: Flags, _ environment: ProcessEnvironment, _ section: IniFile.Section,
        _ profile: ProfileSelection
    ) throws(ConfigurationError) -> Sourced<String> {
        let found = first([
            (flags.region, "--region"), (environment["AWS_REGION"], "AWS_REGION"),
            (environment["AWS_DEFAULT_REGION"], "AWS_DEFAULT_REGION"),
            (section["region"], "profile \(profile.name)"),
        ])
        guard let region = found else {
            throw ConfigurationError(
                "No AWS region is set; give --region us-east-1 or set AWS_REGION.")
        }
        // A region becomes part of a host name.
        guard region.value.utf8.count <= 63,
            region.value.utf8.allSatisfy({
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                    || $0 == UInt8(ascii: "-")
            })
        else {
            throw ConfigurationError(
                "'\(region.value)' (\(region.source)) is no region; give one such as us-east-1.")
        }
        return region
    }

    /// The first value that is there and not empty.
    private static func first(_ candidates: [(value: String?, source: String)]) -> Sourced<String>? {
        for case (let value?, let source) in candidates where !value.isEmpty {
            return Sourced(value, from: source)
        }
        return nil
    }

    private static func attempts(_ environment: ProcessEnvironment, _ section: IniFile.Section)
        throws(ConfigurationError) -> Sourced<Int>
    {
        let found = first([
            (environment["AWS_MAX_ATTEMPTS"], "AWS_MAX_ATTEMPTS"),
            (section["max_attempts"], "max_attempts of the profile"),
        ])
        guard let text = found else { return Sourced(RetryPolicy().maxAttempts, from: "standard") }
        guard let attempts = Int(text.value), attempts > 0 else {
            throw ConfigurationError(
                "'\(text.value)' (\(text.source)) is no number of attempts; give a whole number above 0.")
        }
        return Sourced(attempts, from: text.source)
    }

    private static func retryMode(_ environment: ProcessEnvironment, _ section: IniFile.Section)
        throws(ConfigurationError) -> RetryMode
    {
        let found = first([
            (environment["AWS_RETRY_MODE"], "AWS_RETRY_MODE"),
            (section["retry_mode"], "retry_mode of the profile"),
        ])
        guard let text = found else { return .standard }
        guard let mode = RetryMode(rawValue: text.value) else {
            throw ConfigurationError(
                "'\(text.value)' (\(text.source)) is no retry mode; give standard or adaptive.")
        }
        return mode
    }
}
