import Foundation
import Synchronization

@testable import AWSClient

/// A home directory in memory.
struct TestHome {
    var variables: [String: String] = [:]
    var files: [String: String] = [:]
    /// What was written, by path.
    let written = Written()

    /// With the two profile files at their standard places.
    init(_ variables: [String: String] = [:], config: String? = nil, credentials: String? = nil) {
        self.variables = variables
        files["/home/me/.aws/config"] = config
        files["/home/me/.aws/credentials"] = credentials
    }

    var environment: ProcessEnvironment {
        ProcessEnvironment(variables: variables, homeDirectory: "/home/me") { [files] path in
            files[path].map { Data($0.utf8) }
        } writeFile: { [written] data, path in
            written.files.withLock { $0[path] = data }
        }
    }

    func resolve(profile: String? = nil, region: String? = nil, endpointURL: String? = nil)
        throws(ConfigurationError) -> ClientConfiguration
    {
        try ClientConfiguration(
            flags: ClientConfiguration.Flags(profile: profile, region: region, endpointURL: endpointURL),
            environment: environment,
            service: EndpointResolver.Service(
                configurationKey: "chime_sdk_identity", endpointPrefix: "identity-chime"),
            userAgent: "carillon/test")
    }

    /// The keys that a chain finds; requests are answered by the transport, and programs by the runner.
    func find(
        profile: String? = nil, region: String? = "us-east-1", _ transport: ScriptedTransport? = nil,
        runProcess: ProcessRunner = ProcessRunner { _ in throw ProcessRunner.Failure.cannotStart },
        askForCode: (@Sendable (String) async throws -> String)? = nil
    ) async throws -> SourcedCredentials {
        let transport = transport ?? ScriptedTransport([])
        let tools = CredentialTools(
            transport: transport, metadataTransport: transport,
            surroundings: ServiceClient.Surroundings(now: { Self.now }, sleep: { _ in }),
            retry: RetryPolicy(maxAttempts: 1), runProcess: runProcess, askForCode: askForCode)
        return try await resolve(profile: profile, region: region).credentials(with: tools).credentials()
    }

    /// When the tests take place.
    static let now = Date(timeIntervalSince1970: 1_795_000_000)
}

/// Files as a program has left them.
final class Written: Sendable {
    let files = Mutex<[String: Data]>([:])
}

extension ScriptedTransport.Outcome {
    /// An answer in JSON.
    static func answer(_ body: String, status: Int = 200, error: String? = nil) -> Self {
        var headers: HTTPHeaders = ["x-amzn-RequestId": "request-1"]
        headers["x-amzn-ErrorType"] = error
        return .success(HTTPResponse(status: status, headers: headers, body: Data(body.utf8)))
    }
}

extension HTTPRequest {
    /// The parameters of a form.
    var form: [String: String] {
        let pairs = String(decoding: body ?? Data(), as: UTF8.self).split(separator: "&").map { pair in
            pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        return Dictionary(
            uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1]).removingPercentEncoding ?? "") })
    }
}
