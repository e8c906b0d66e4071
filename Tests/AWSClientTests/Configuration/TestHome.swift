import AWSClient
import Foundation

/// A home directory in memory.
struct TestHome {
    var variables: [String: String] = [:]
    var files: [String: String] = [:]

    /// With the two profile files at their standard places.
    init(_ variables: [String: String] = [:], config: String? = nil, credentials: String? = nil) {
        self.variables = variables
        files["/home/me/.aws/config"] = config
        files["/home/me/.aws/credentials"] = credentials
    }

    var environment: ProcessEnvironment {
        ProcessEnvironment(variables: variables, homeDirectory: "/home/me") { [files] path in
            files[path].map { Data($0.utf8) }
        }
    }

    func resolve(profile: String? = nil, region: String? = nil, endpointURL: String? = nil)
        throws(ConfigurationError) -> ClientConfiguration
    {
        try ClientConfiguration(
            flags: ClientConfiguration.Flags(profile: profile, region: region, endpointURL: endpointURL),
            environment: environment,
            service: ClientConfiguration.Service(
                configurationKey: "chime_sdk_identity", endpointPrefix: "identity-chime"),
            userAgent: "carillon/test")
    }
}
