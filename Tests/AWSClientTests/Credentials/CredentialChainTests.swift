import Foundation
import Synchronization
import Testing

@testable import AWSClient

@Suite("Credentials are found")
struct CredentialChainTests {
    private static let keys = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "env-secret"]
    private static let file = "aws_access_key_id = FILE\naws_secret_access_key = file-secret\n"

    private func find(_ home: TestHome, profile: String? = nil) async throws -> SourcedCredentials {
        try await home.find(profile: profile)
    }

    @Test("in the environment")
    func environment() async throws {
        var home = TestHome(Self.keys, credentials: "[default]\n" + Self.file)
        #expect(
            try await find(home)
                == SourcedCredentials(
                    Credentials(accessKeyId: "ENV", secretAccessKey: "env-secret"),
                    source: "environment variables"))
        home.variables["AWS_SESSION_TOKEN"] = "token"
        #expect(try await find(home).credentials.sessionToken == "token")
    }

    @Test("in the environment even where AWS_PROFILE names a profile, but not where the command line does")
    func explicitProfile() async throws {
        let home = TestHome(
            Self.keys.merging(["AWS_PROFILE": "dev"]) { $1 }, credentials: "[dev]\n" + Self.file)
        #expect(try await find(home).credentials.accessKeyId == "ENV")
        #expect(try await find(home, profile: "dev").credentials.accessKeyId == "FILE")
    }

    @Test("in the shared credentials file before the config file")
    func files() async throws {
        var home = TestHome(
            config: "[profile dev]\naws_access_key_id = CONFIG\naws_secret_access_key = s",
            credentials: "[dev]\naws_session_token = t\n" + Self.file)
        let found = try await find(home, profile: "dev")
        #expect(found.source == "shared credentials file")
        #expect(found.credentials.sessionToken == "t")
        home.files["/home/me/.aws/credentials"] = nil
        #expect(try await find(home, profile: "dev").source == "config file")
    }

    @Test("in the shared credentials file before a credential process, as in botocore")
    func beforeProcess() async throws {
        let home = TestHome(
            config: "[default]\ncredential_process = /bin/keys", credentials: "[default]\n" + Self.file)
        #expect(try await find(home).credentials.accessKeyId == "FILE")
    }

    @Test("without a session token where it is empty")
    func emptyToken() async throws {
        let home = TestHome(credentials: "[default]\naws_session_token =\n" + Self.file)
        #expect(try await find(home).credentials.sessionToken == nil)
    }

    @Test(
        "nowhere: the sentence says what to do",
        arguments: [
            (
                TestHome(),
                "No AWS credentials were found for the profile 'default'; set AWS_ACCESS_KEY_ID and "
                    + "AWS_SECRET_ACCESS_KEY, or run 'aws configure'."
            ),
            (
                TestHome(["AWS_ACCESS_KEY_ID": "A"]),
                "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY; set both or neither."
            ),
            (
                TestHome(["AWS_SECRET_ACCESS_KEY": "s"]),
                "AWS_SECRET_ACCESS_KEY is set without AWS_ACCESS_KEY_ID; set both or neither."
            ),
            (
                TestHome(credentials: "[default]\naws_access_key_id = A"),
                "The profile 'default' in /home/me/.aws/credentials has only one of aws_access_key_id and "
                    + "aws_secret_access_key; add the other."
            ),
            (
                TestHome(config: "[default]\naws_secret_access_key = s"),
                "The profile 'default' has aws_secret_access_key without aws_access_key_id; add it."
            ),
            (
                TestHome(["AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s\r"]),
                "The secret access key in the environment holds a blank, a line break or a letter that no key has; "
                    + "copy it again."
            ),
        ])
    func nowhere(home: TestHome, sentence: String) async {
        let error = await #expect(throws: ConfigurationError.self) { try await find(home) }
        #expect(error?.description == sentence)
    }

    @Test("by 'aws login', which is not read: the sentence says what to do instead")
    func login() async {
        let home = TestHome(config: "[profile dev]\nlogin_session = x")
        let error = await #expect(throws: ConfigurationError.self) { try await find(home, profile: "dev") }
        #expect(
            error?.description
                == "The profile 'dev' gets its keys by 'aws login' (login_session), which Carillon does not read; "
                + "run 'eval \"$(aws configure export-credentials --profile dev --format env)\"' first and leave "
                + "out --profile.")
    }

    @Test("and never shown")
    func secrecy() {
        let credentials = Credentials(accessKeyId: "A", secretAccessKey: "hidden", sessionToken: "hidden")
        let found = SourcedCredentials(credentials, source: "x")
        var dumped = ""
        dump(found, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), "\(found)", "\([found])", dumped] {
            #expect(!text.contains("hidden"))
            #expect(text.contains("A"))
        }
    }
}

@Suite("Temporary credentials", .timeLimit(.minutes(1)))
struct CredentialRefreshTests {
    private let clock = StoppedClock(Date(timeIntervalSince1970: 1_000_000))

    /// A source that gives keys which last an hour, numbered as they are asked for.
    private func chain(
        _ counter: Counter, lasting life: TimeInterval = 3600,
        pause: @escaping @Sendable () async throws -> Void = {},
        fails: @escaping @Sendable (Int) -> Bool = { _ in false }
    ) throws -> CredentialChain {
        let source = CredentialSource(name: "test") { [clock] _ in
            let number = counter.next()
            try await pause()
            if fails(number) { throw ConfigurationError("no more") }
            return Credentials(
                accessKeyId: "\(number)", secretAccessKey: "s", sessionToken: "t",
                expiration: clock.now + life)
        }
        let environment = TestHome().environment
        return CredentialChain(
            sources: [source],
            context: CredentialSource.Context(
                environment: environment, profiles: try ProfileFiles(environment),
                profile: ProfileSelection(name: "default", origin: .standard), region: nil,
                tools: CredentialTools(
                    transport: ScriptedTransport([]), metadataTransport: ScriptedTransport([]),
                    surroundings: ServiceClient.Surroundings(now: { [clock] in clock.now }))))
    }

    @Test("are kept until a quarter of an hour before they end")
    func refresh() async throws {
        let chain = try chain(Counter())
        #expect(try await chain.credentials().credentials.accessKeyId == "1")
        try clock.wait(2699)
        #expect(try await chain.credentials().credentials.accessKeyId == "1")
        try clock.wait(1)
        #expect(try await chain.credentials().credentials.accessKeyId == "2")
    }

    @Test("that last a quarter of an hour are kept for most of it")
    func shortLife() async throws {
        let chain = try chain(Counter(), lasting: 900)
        _ = try await chain.credentials()
        try clock.wait(674)
        #expect(try await chain.credentials().credentials.accessKeyId == "1")
        try clock.wait(1)
        #expect(try await chain.credentials().credentials.accessKeyId == "2")
    }

    @Test("serve to their end where new ones cannot be had, and no longer")
    func failingRefresh() async throws {
        let chain = try chain(Counter(), fails: { $0 > 1 })
        _ = try await chain.credentials()
        try clock.wait(3599)
        #expect(try await chain.credentials().credentials.accessKeyId == "1")
        try clock.wait(1)
        await #expect(throws: ConfigurationError.self) { try await chain.credentials() }
    }

    @Test("are looked for once, however many ask at the same time")
    func singleFlight() async throws {
        let counter = Counter()
        let chain = try chain(counter, pause: { for _ in 0..<1000 { await Task.yield() } })
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try await chain.credentials().credentials.accessKeyId } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(ids == ["1"])
        #expect(counter.count == 1)
    }

    @Test("are looked for by the next in line when the first one is cancelled")
    func cancelled() async throws {
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let counter = Counter()
        let chain = try chain(
            counter,
            pause: {
                start.yield()
                while counter.count == 1 {
                    try Task.checkCancellation()
                    await Task.yield()
                }
            })
        let first = Task { try await chain.credentials() }
        for await _ in started { break }
        let second = Task { try await chain.credentials() }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(try await second.value.credentials.accessKeyId == "2")
    }

    @Test("are looked for again after a failure")
    func failure() async throws {
        let chain = try chain(Counter(), fails: { $0 == 1 })
        await #expect(throws: ConfigurationError.self) { try await chain.credentials() }
        #expect(try await chain.credentials().credentials.accessKeyId == "2")
    }
}

/// Counts.
final class Counter: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock { $0 } }

    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}
