import Foundation
import Synchronization
import Testing

@testable import AWSClient

@Suite("IAM Identity Center")
struct IdentityCenterTests {
    private static let session = """
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Support
        """
    private static let legacy = """
        [profile old]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = Support
        """
    private let keys = ScriptedTransport.Outcome.answer(
        """
        {"roleCredentials": {"accessKeyId": "SSO", "secretAccessKey": "s", "sessionToken": "t",
        "expiration": 1795003600000}}
        """)

    private func path(_ key: String) throws -> String {
        let files = try ProfileFiles(TestHome(config: Self.session + "\n" + Self.legacy).environment)
        let profile = try #require(try IdentityCenterProfile(profile: key, in: files))
        return IdentityCenterToken.path(of: profile, home: "/home/me")
    }

    private func home(token: String, profile: String = "dev") throws -> TestHome {
        var home = TestHome(config: Self.session + "\n" + Self.legacy)
        home.files[try path(profile)] = token
        return home
    }

    @Test("keeps its token where the AWS command line does")
    func paths() throws {
        // Both from botocore: SSOTokenLoader._generate_cache_key.
        #expect(try path("dev") == "/home/me/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json")
        #expect(try path("old") == "/home/me/.aws/sso/cache/a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json")
    }

    @Test("gives the keys of a role to the bearer of a good token", arguments: ["dev", "old"])
    func good(profile: String) async throws {
        let home = try home(
            token: #"{"accessToken": "bearer", "expiresAt": "2026-11-19T00:00:00UTC"}"#, profile: profile)
        let transport = ScriptedTransport([keys])
        let found = try await home.find(profile: profile, transport)
        #expect(found.source == "IAM Identity Center")
        #expect(found.credentials.accessKeyId == "SSO")
        #expect(found.credentials.expiration == TestHome.now + 3600)
        let request = try #require(transport.requests.first)
        #expect(request.url.hasPrefix("https://portal.sso.eu-west-1.amazonaws.com/federation/credentials?"))
        #expect(request.rawQuery == "role_name=Support&account_id=111122223333")
        #expect(request.headers["x-amz-sso_bearer_token"] == "bearer")
        #expect(request.headers["Authorization"] == nil)
    }

    @Test("refreshes a token that ends soon, and leaves the new one for the AWS command line")
    func refresh() async throws {
        let home = try home(
            token: """
                {"accessToken": "old", "expiresAt": "2026-11-18T10:00:00Z", "refreshToken": "again", "clientId": "c",
                "clientSecret": "cs", "registrationExpiresAt": "2027-01-01T00:00:00Z", "startUrl": "x"}
                """)
        let transport = ScriptedTransport([
            .answer(
                #"{"accessToken": "new", "refreshToken": "next", "expiresIn": 28800, "tokenType": "Bearer"}"#),
            keys,
        ])
        let found = try await home.find(profile: "dev", transport)
        #expect(found.credentials.accessKeyId == "SSO")
        #expect(transport.requests.map(\.endpoint.host).first == "oidc.eu-west-1.amazonaws.com")
        #expect(transport.requests.last?.headers["x-amz-sso_bearer_token"] == "new")
        let written = try #require(home.written.files.withLock { $0.values.first })
        let token = try JSONDecoder().decode(IdentityCenterToken.self, from: written)
        #expect(token.accessToken == "new")
        #expect(token.refreshToken == "next")
        #expect(token.clientSecret == "cs")
        #expect(token.expiration == TestHome.now + 28800)
        #expect(token.startUrl == "https://corp.awsapps.com/start")
    }

    @Test(
        "says the command that signs in again where the session has ended",
        arguments: [
            (#"{"accessToken": "t", "expiresAt": "2026-01-01T00:00:00Z"}"#, []),
            (#"{"accessToken": "t", "expiresAt": "soon"}"#, []),
            (
                #"{"accessToken": "t", "expiresAt": "2027-01-01T00:00:00Z"}"#,
                [
                    ScriptedTransport.Outcome.answer(
                        #"{"message": "Session token not found or invalid"}"#, status: 401,
                        error: "UnauthorizedException")
                ]
            ),
        ])
    func expired(token: String, outcomes: [ScriptedTransport.Outcome]) async throws {
        let home = try home(token: token)
        let error = await #expect(throws: ConfigurationError.self) {
            try await home.find(profile: "dev", ScriptedTransport(outcomes))
        }
        #expect(
            error?.description
                == "The session of IAM Identity Center has expired; run 'aws sso login --profile dev'.")
    }

    @Test("says what is missing")
    func missing() async {
        let notSignedIn = await #expect(throws: ConfigurationError.self) {
            try await TestHome(config: Self.session).find(profile: "dev")
        }
        #expect(notSignedIn?.description.contains("Nobody has signed in") == true)
        for (config, reason) in [
            ("[profile dev]\nsso_account_id = 1", "without sso_start_url"),
            ("[profile dev]\nsso_account_id = 1\nsso_session = x", "names the sso-session 'x'"),
            (
                "[sso-session x]\nsso_region = a\n[profile dev]\nsso_account_id = 1\nsso_session = x\nsso_region = b",
                "sso_region is 'b' in the profile 'dev' but 'a'"
            ),
        ] {
            let error = await #expect(throws: ConfigurationError.self) {
                try await TestHome(config: config).find(profile: "dev")
            }
            #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
        }
    }
}
