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

    /// What is asked for a service by name.
    public struct Service: Sendable, Hashable {
        /// The service's id as configuration writes it, such as `chime_sdk_identity`.
        public let configurationKey: String
        /// The first part of the service's host name, such as `identity-chime`.
        public let endpointPrefix: String

        /// A service.
        public init(configurationKey: String, endpointPrefix: String) {
            self.configurationKey = configurationKey
            self.endpointPrefix = endpointPrefix
        }

        /// The variable that names the service's endpoint.
        var endpointVariable: String { "AWS_ENDPOINT_URL_\(configurationKey.uppercased())" }
    }

    /// The profile in use.
    public let profile: ProfileSelection
    /// The region.
    public let region: Sourced<String>
    /// Where the service listens.
    public let endpoint: Sourced<EndpointURL>
    /// Where credentials come from.
    public let credentials: CredentialChain
    /// How often and when to retry.
    public let retry: RetryPolicy
    /// How to transport.
    public let transport: CurlTransport.Options

    /// Finds everything out. Reads files, so it must not run on the main thread of the terminal program.
    ///
    /// - Throws: `ConfigurationError`.
    public init(
        flags: Flags, environment: ProcessEnvironment, service: Service, userAgent: String
    ) throws(ConfigurationError) {
        let files = try ProfileFiles(environment)
        profile = ProfileSelection(flag: flags.profile, environment: environment)
        if profile.origin != .standard, !files.profileNames.contains(profile.name) {
            throw ConfigurationError(
                "There is no profile '\(profile.name)' in \(files.config.path) or \(files.credentials.path); "
                    + "run 'aws configure list-profiles' to see those there are.")
        }
        let section = files.merged(profile.name)
        region = try Self.region(flags, environment, section, profile)
        endpoint = try Self.endpoint(flags, environment, files, section, service, region.value)
        credentials = CredentialChain(
            context: CredentialSource.Context(environment: environment, profiles: files, profile: profile))
        retry = try Self.retry(environment, section)
        transport = CurlTransport.Options(
            certificateBundle: (environment["AWS_CA_BUNDLE"] ?? section["ca_bundle"]).map(environment.expand),
            httpProxy: environment["http_proxy"] ?? environment["HTTP_PROXY"], userAgent: userAgent)
    }

    private static func region(
        _ flags: Flags, _ environment: ProcessEnvironment, _ section: IniFile.Section,
        _ profile: ProfileSelection
    ) throws(ConfigurationError) -> Sourced<String> {
        let candidates: [(String?, String)] = [
            (flags.region, "--region"), (environment["AWS_REGION"], "AWS_REGION"),
            (environment["AWS_DEFAULT_REGION"], "AWS_DEFAULT_REGION"),
            (section["region"], "profile \(profile.name)"),
        ]
        guard
            let (region, source) = candidates.lazy.compactMap({ value, source in value.map { ($0, source) } })
                .first
        else {
            throw ConfigurationError(
                "No AWS region is set; give --region us-east-1 or set AWS_REGION.")
        }
        // A region becomes part of a host name.
        guard !region.isEmpty, region.utf8.count <= 63,
            region.utf8.allSatisfy({
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                    || $0 == UInt8(ascii: "-")
            })
        else {
            throw ConfigurationError(
                "'\(region)' (\(source)) is no region; give one such as us-east-1.")
        }
        return Sourced(region, from: source)
    }

    private static func endpoint(
        _ flags: Flags, _ environment: ProcessEnvironment, _ files: ProfileFiles, _ section: IniFile.Section,
        _ service: Service, _ region: String
    ) throws(ConfigurationError) -> Sourced<EndpointURL> {
        if let url = flags.endpointURL { return Sourced(try EndpointURL(url), from: "--endpoint-url") }
        let ignores =
            environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] ?? section["ignore_configured_endpoint_urls"]
        if ignores?.lowercased() != "true" {
            let ofService = section["services"].flatMap {
                files.service(service.configurationKey, in: $0)?["endpoint_url"]
            }
            let candidates: [(String?, String)] = [
                (environment[service.endpointVariable], service.endpointVariable),
                (environment["AWS_ENDPOINT_URL"], "AWS_ENDPOINT_URL"),
                (ofService, "services section of the profile"),
                (section["endpoint_url"], "endpoint_url of the profile"),
            ]
            for case (let url?, let source) in candidates {
                return Sourced(try EndpointURL(url), from: source)
            }
        }
        let host = "\(service.endpointPrefix).\(region).amazonaws.com"
        return Sourced(EndpointURL(scheme: .https, host: host), from: "the region")
    }

    private static func retry(_ environment: ProcessEnvironment, _ section: IniFile.Section)
        throws(ConfigurationError) -> RetryPolicy
    {
        guard let text = environment["AWS_MAX_ATTEMPTS"] ?? section["max_attempts"] else {
            return RetryPolicy()
        }
        guard let attempts = Int(text), attempts > 0 else {
            throw ConfigurationError(
                "The number of attempts '\(text)' is no whole number above 0; correct AWS_MAX_ATTEMPTS or "
                    + "max_attempts.")
        }
        return RetryPolicy(maxAttempts: attempts)
    }
}
