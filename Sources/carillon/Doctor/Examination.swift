import AWSClient
import ChimeIdentity
import Foundation
import Settings

/// Finds out, step by step, what the program would use and whether it works. A step that fails ends it where the
/// following ones build on it.
struct Examination {
    let settings: Result<Settings, any Error>
    let connection: Connection
    let isOffline: Bool

    /// What was found out, and the first failure.
    func report() async -> (report: DoctorReport, failure: CommandFailure?) {
        var findings = Findings()
        await examine(&findings)
        return (findings.report, findings.failure)
    }

    private struct Findings {
        var report = DoctorReport()
        var failure: CommandFailure?

        mutating func pass(_ name: String, _ detail: String) {
            report.checks.append(DoctorReport.Check(name: name, status: .ok, detail: detail))
        }

        mutating func skip(_ name: String, _ reason: String) {
            report.checks.append(DoctorReport.Check(name: name, status: .skipped, detail: reason))
        }

        mutating func fail(_ name: String, _ error: any Error) {
            let failure = CommandFailure(error)
            report.checks.append(
                DoctorReport.Check(name: name, status: .failed, detail: failure.sentence))
            self.failure = self.failure ?? failure
        }
    }

    private func examine(_ findings: inout Findings) async {
        let path = SettingsFile.path(.current())
        switch settings {
        case .success where FileManager.default.fileExists(atPath: path): findings.pass("Settings", path)
        case .success: findings.pass("Settings", "none; they would be in \(path)")
        case .failure(let error): findings.fail("Settings", error)
        }
        let configuration: ClientConfiguration
        do {
            configuration = try connection.configuration()
        } catch {
            findings.fail("Configuration", error)
            return
        }
        findings.report.profile = configuration.profile.name
        findings.report.region = configuration.region.value
        findings.report.endpointURL = configuration.endpoint.value.description
        findings.pass("Profile", "\(configuration.profile.name) (\(configuration.profile.origin.rawValue))")
        findings.pass("Region", "\(configuration.region.value) (\(configuration.region.source))")
        findings.pass("Endpoint URL", "\(configuration.endpoint.value) (\(configuration.endpoint.source))")
        let tools = connection.tools(for: configuration)
        guard let credentials = await credentials(configuration, tools, &findings) else { return }
        guard !isOffline else {
            findings.skip("Service", "not asked: --offline")
            return
        }
        let service = connection.service(
            configuration, tools.transport,
            CredentialChain(fixed: credentials.credentials, source: credentials.source))
        await ask(service, &findings)
    }

    private func credentials(
        _ configuration: ClientConfiguration, _ tools: CredentialTools, _ findings: inout Findings
    ) async -> SourcedCredentials? {
        var tools = tools
        if isOffline {
            tools.transport = NoTransport()
            tools.metadataTransport = NoTransport()
            tools.askForCode = { _ in throw TransportError.cancelled }
        }
        let (source, result) = await configuration.findCredentials(with: tools)
        findings.report.credentialSource = source
        switch result {
        case .success(let keys):
            findings.report.accessKeyId = keys.accessKeyId
            findings.report.expiration = keys.expiration.map { Timestamp($0).text }
            let end = keys.expiration.map { "end at \(Timestamp($0).text)" } ?? "do not end"
            findings.pass("Credentials", "\(source ?? ""): \(keys.accessKeyId), which \(end)")
            return SourcedCredentials(keys, source: source ?? "")
        case .failure(TransportError.cancelled) where isOffline:
            findings.skip("Credentials", "\(source ?? ""): the network is needed; not asked: --offline")
            return nil
        case .failure(let error):
            findings.fail("Credentials", error)
            return nil
        }
    }

    private func ask(_ service: ServiceClient, _ findings: inout Findings) async {
        let started = ContinuousClock.now
        do {
            let response = try await service.send(
                ServiceRequest(
                    operation: "ListAppInstances", method: .get, path: "/app-instances",
                    query: [QueryItem(name: "max-results", value: "1")], repeatability: .repeatable))
            let milliseconds = (ContinuousClock.now - started) / .milliseconds(1)
            let requestId = ServiceError.requestId(of: response) ?? "none"
            findings.pass("Service", "ListAppInstances in \(Int(milliseconds)) ms, request id \(requestId)")
            findings.pass("Clock", Self.clock(response))
        } catch {
            findings.fail("Service", IdentityError(error, operation: "ListAppInstances"))
            return
        }
        await tryPermissions(IdentityClient(service: service, access: .readOnly), &findings)
    }

    /// How far this machine's clock is from the service's.
    private static func clock(_ response: HTTPResponse) -> String {
        guard let date = response.headers["Date"].flatMap(HTTPDate.parse) else {
            return "the service gives no date"
        }
        let seconds = Int(Date().timeIntervalSince(date).rounded())
        // The header has whole seconds, and the answer was under way.
        if abs(seconds) <= 2 { return "right" }
        return
            "\(abs(seconds)) s \(seconds > 0 ? "ahead of" : "behind") the service's; signatures are corrected"
    }

    /// Tries the reads that the program makes, as far as there is something to read.
    private func tryPermissions(_ client: IdentityClient, _ findings: inout Findings) async {
        var missing: [String] = []
        func attempt<Value>(_ action: String, _ body: () async throws -> Value?) async -> Value? {
            do {
                return try await body()
            } catch let error as IdentityError where [401, 403].contains(error.status ?? 0) {
                missing.append("chime:\(action)")
            } catch {
                findings.fail("Permissions", error)
            }
            return nil
        }
        let instance = await attempt("ListAppInstances") {
            try await client.appInstances().first { _ in true }?.appInstanceArn
        }
        if let instance {
            let user = await attempt("ListAppInstanceUsers") {
                try await client.users(of: instance).first { _ in true }?.appInstanceUserArn
            }
            if let user {
                _ = await attempt("ListAppInstanceUserEndpoints") {
                    try await client.endpoints(of: user).first { _ in true }
                }
                _ = await attempt("ListTagsForResource") {
                    try await client.perform(
                        Operations.listTagsForResource, ListTagsForResourceRequest(resourceARN: user))
                }
            }
        }
        guard missing.isEmpty else {
            findings.fail(
                "Permissions",
                CommandFailure(
                    .refused,
                    "missing: \(missing.joined(separator: ", ")); ask for a policy that allows them."))
            return
        }
        if findings.failure == nil {
            findings.pass("Permissions", "the reads are allowed; writes were not tried")
        }
    }
}

/// A network that is not there.
private struct NoTransport: HTTPTransport {
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse { throw .cancelled }
}
