/// Finds out where a service listens, from variables and the profile.
public struct EndpointResolver: Sendable {
    /// A service as configuration and host names know it.
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

    /// The source of an endpoint that nobody has set: it is AWS's own in the region.
    public static let regional = "the region"

    private let environment: ProcessEnvironment
    private let files: ProfileFiles
    private let section: IniFile.Section

    /// A resolver for a profile.
    init(environment: ProcessEnvironment, files: ProfileFiles, profile: String) {
        self.environment = environment
        self.files = files
        section = files.merged(profile)
    }

    /// Where a service listens in a region: what the service's own variable says, `AWS_ENDPOINT_URL`, the
    /// profile's `services` section, its `endpoint_url`, or AWS's own host.
    ///
    /// - Throws: `ConfigurationError` where what is set is no URL.
    func endpoint(of service: Service, region: String) throws(ConfigurationError) -> Sourced<EndpointURL> {
        if let configured = try configured(service) { return configured }
        return Sourced(regional(service, region), from: Self.regional)
    }

    private func configured(_ service: Service) throws(ConfigurationError) -> Sourced<EndpointURL>? {
        let ignores = setting("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")
        if ignores?.lowercased() == "true" { return nil }
        for variable in [service.endpointVariable, "AWS_ENDPOINT_URL"] {
            if let url = environment[variable] { return Sourced(try EndpointURL(url), from: variable) }
        }
        if let name = section["services"] {
            guard let services = files.services(name) else {
                throw ConfigurationError(
                    "The profile names the services section '\(name)', which is not in "
                        + "\(files.config.path); add [services \(name)] or take the line out.")
            }
            if let url = services.nested(service.configurationKey)?["endpoint_url"], !url.isEmpty {
                return Sourced(try EndpointURL(url), from: "[services \(name)]")
            }
        }
        guard let url = section["endpoint_url"], !url.isEmpty else { return nil }
        return Sourced(try EndpointURL(url), from: "endpoint_url of the profile")
    }

    /// AWS's own host. Source: botocore, `endpoint-rule-set-1.json` of the services.
    private func regional(_ service: Service, _ region: String) -> EndpointURL {
        let partition = Partition.of(region: region)
        let usesFIPS = isOn("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
        let domain =
            isOn("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
            ? partition.dualStackDomain : partition.domain
        return EndpointURL(
            scheme: .https, host: "\(service.endpointPrefix)\(usesFIPS ? "-fips" : "").\(region).\(domain)")
    }

    private func isOn(_ variable: String, _ key: String) -> Bool {
        setting(variable, key)?.lowercased() == "true"
    }

    /// An empty variable says no, whatever the profile says, as in botocore.
    private func setting(_ variable: String, _ key: String) -> String? {
        environment.variables[variable] ?? section[key]
    }
}
