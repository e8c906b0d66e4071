import Foundation
import Synchronization
import Testing

@testable import AWSClient

@Suite("A profile that assumes a role")
struct AssumedRoleTests {
    private static let base = "[profile base]\naws_access_key_id = BASE\naws_secret_access_key = s\n"

    private func keys(_ id: String) -> ScriptedTransport.Outcome {
        .answer(
            """
            {"AssumeRoleResponse": {"AssumeRoleResult": {"AssumedRoleUser": {"Arn": "arn:x", "AssumedRoleId": "A:b"},
            "Credentials": {"AccessKeyId": "\(id)", "SecretAccessKey": "s", "SessionToken": "t",
            "Expiration": 1795003600.0}}, "ResponseMetadata": {"RequestId": "r"}}}
            """)
    }

    @Test("gets its keys from STS with those of the source profile")
    func role() async throws {
        let transport = ScriptedTransport([keys("ROLE")])
        let home = TestHome(
            config: Self.base
                + """
                [profile dev]
                role_arn = arn:aws:iam::111122223333:role/support
                source_profile = base
                external_id = a/b c
                role_session_name = ada
                duration_seconds = 900
                """)
        let found = try await home.find(profile: "dev", region: "eu-central-1", transport)
        #expect(found.source == "assumed role")
        #expect(found.credentials.accessKeyId == "ROLE")
        #expect(found.credentials.sessionToken == "t")
        #expect(found.credentials.expiration == TestHome.now + 3600)

        let request = try #require(transport.requests.first)
        #expect(request.endpoint.description == "https://sts.eu-central-1.amazonaws.com")
        #expect(
            request.form == [
                "Action": "AssumeRole", "Version": "2011-06-15", "ExternalId": "a/b c",
                "RoleArn": "arn:aws:iam::111122223333:role/support", "RoleSessionName": "ada",
                "DurationSeconds": "900",
            ])
        #expect(request.headers["Authorization"]?.contains("Credential=BASE/") == true)
        #expect(request.headers["Authorization"]?.contains("/eu-central-1/sts/aws4_request") == true)
    }

    @Test("of any depth is assumed from the bottom up")
    func chain() async throws {
        let transport = ScriptedTransport([keys("ONE"), keys("TWO"), keys("THREE")])
        let home = TestHome(
            config: Self.base
                + """
                [profile one]
                role_arn = arn:aws:iam::1:role/one
                source_profile = base
                [profile two]
                role_arn = arn:aws:iam::1:role/two
                source_profile = one
                [profile three]
                role_arn = arn:aws:iam::1:role/three
                source_profile = two
                """)
        #expect(try await home.find(profile: "three", transport).credentials.accessKeyId == "THREE")
        let signers = transport.requests.map { $0.headers["Authorization"]?.split(separator: "/").first }
        #expect(signers.map { $0?.split(separator: "=").last } == ["BASE", "ONE", "TWO"])
    }

    @Test("may name itself for keys that stand beside the role")
    func itself() async throws {
        let transport = ScriptedTransport([keys("ROLE")])
        let home = TestHome(
            config: """
                [profile dev]
                role_arn = arn:aws:iam::1:role/x
                source_profile = dev
                aws_access_key_id = OWN
                aws_secret_access_key = s
                """)
        #expect(try await home.find(profile: "dev", transport).credentials.accessKeyId == "ROLE")
        #expect(transport.requests.first?.headers["Authorization"]?.contains("Credential=OWN/") == true)
    }

    @Test("takes its source from the environment, even where the profile was named")
    func environmentSource() async throws {
        let transport = ScriptedTransport([keys("ROLE")])
        let home = TestHome(
            ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s"],
            config: "[profile dev]\nrole_arn = arn:aws:iam::1:role/x\ncredential_source = Environment")
        #expect(try await home.find(profile: "dev", transport).credentials.accessKeyId == "ROLE")
        #expect(transport.requests.first?.headers["Authorization"]?.contains("Credential=ENV/") == true)
    }

    @Test("asks for the code of its device")
    func mfa() async throws {
        let transport = ScriptedTransport([keys("ROLE")])
        let home = TestHome(
            config: Self.base
                + "[profile dev]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base\nmfa_serial = arn:mfa/ada"
        )
        let asked = Mutex<[String]>([])
        _ = try await home.find(profile: "dev", transport) { serial in
            asked.withLock { $0.append(serial) }
            return "123456"
        }
        #expect(asked.withLock { $0 } == ["arn:mfa/ada"])
        #expect(transport.requests.first?.form["SerialNumber"] == "arn:mfa/ada")
        #expect(transport.requests.first?.form["TokenCode"] == "123456")
        let error = await #expect(throws: ConfigurationError.self) { try await home.find(profile: "dev") }
        #expect(error?.description.contains("run Carillon in a terminal") == true)
    }

    @Test("uses the endpoint that is set for STS")
    func endpoint() async throws {
        let transport = ScriptedTransport([keys("ROLE")])
        let home = TestHome(
            ["AWS_ENDPOINT_URL_STS": "http://127.0.0.1:5000"],
            config: Self.base + "[profile dev]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base")
        _ = try await home.find(profile: "dev", transport)
        #expect(transport.requests.first?.endpoint.description == "http://127.0.0.1:5000")
    }

    @Test("says what STS has against it")
    func refused() async throws {
        let transport = ScriptedTransport([
            .answer(
                #"{"Error": {"Code": "AccessDenied", "Message": "Not you.", "Type": "Sender"}, "RequestId": "x"}"#,
                status: 403)
        ])
        let home = TestHome(
            config: Self.base + "[profile dev]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base")
        let error = await #expect(throws: ConfigurationError.self) {
            try await home.find(profile: "dev", transport)
        }
        #expect(
            error?.description
                == "The role arn:aws:iam::1:role/x of the profile 'dev' cannot be assumed (AccessDenied, request id "
                + "request-1): Not you. Check the role's trust policy, external_id and mfa_serial.")
    }

    @Test(
        "that makes no sense says why",
        arguments: [
            ("", "without source_profile or credential_source"),
            (
                "source_profile = base\ncredential_source = Environment",
                "both source_profile and credential_source"
            ),
            ("source_profile = nobody", "names the source_profile 'nobody', which there is not"),
            ("credential_source = Elsewhere", "names the credential_source 'Elsewhere', which there is not"),
            ("credential_source = EcsContainer", "has no credentials"),
            ("source_profile = dev", "dev → dev build on each other in a circle"),
            ("source_profile = loop", "dev → loop → dev build on each other in a circle"),
            ("source_profile = empty", "The profile 'empty', which others name as source_profile, has no"),
        ])
    func nonsense(lines: String, reason: String) async {
        let home = TestHome(
            config: Self.base
                + """
                [profile empty]
                region = x
                [profile loop]
                role_arn = arn:aws:iam::1:role/loop
                source_profile = dev
                [profile dev]
                role_arn = arn:aws:iam::1:role/x
                \(lines)
                """)
        let error = await #expect(throws: ConfigurationError.self) { try await home.find(profile: "dev") }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }
}

@Suite("A web identity")
struct WebIdentityTests {
    private let answer = ScriptedTransport.Outcome.answer(
        """
        {"AssumeRoleWithWebIdentityResponse": {"AssumeRoleWithWebIdentityResult": {"Credentials": {"AccessKeyId":
        "WEB", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": 1795003600}}}}
        """)

    @Test("gets keys of a role without a signature")
    func variables() async throws {
        let transport = ScriptedTransport([answer])
        var home = TestHome([
            "AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/x",
        ])
        home.files["/home/me/token"] = "eyJ.x"
        let found = try await home.find(transport)
        #expect(found.source == "web identity")
        #expect(found.credentials.accessKeyId == "WEB")
        let request = try #require(transport.requests.first)
        #expect(request.headers["Authorization"] == nil)
        #expect(request.form["WebIdentityToken"] == "eyJ.x")
        #expect(request.form["RoleSessionName"] == "carillon-1795000000")
    }

    @Test("of a profile that was named is read there alone")
    func profile() async throws {
        let transport = ScriptedTransport([answer])
        var home = TestHome(
            ["AWS_WEB_IDENTITY_TOKEN_FILE": "/other", "AWS_ROLE_ARN": "arn:other"],
            config: "[profile dev]\nrole_arn = arn:own\nweb_identity_token_file = /t\nrole_session_name = me")
        home.files["/t"] = "eyJ.y"
        #expect(try await home.find(profile: "dev", transport).credentials.accessKeyId == "WEB")
        #expect(transport.requests.first?.form["RoleArn"] == "arn:own")
        #expect(transport.requests.first?.form["RoleSessionName"] == "me")
    }

    @Test("without its role or its file says so")
    func missing() async {
        let noRole = TestHome(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t"])
        let first = await #expect(throws: ConfigurationError.self) { try await noRole.find() }
        #expect(first?.description.contains("no role to assume with it") == true)
        let noFile = TestHome(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn:x"])
        let second = await #expect(throws: ConfigurationError.self) { try await noFile.find() }
        #expect(second?.description == "The web identity token file /t is not there; check its path.")
    }
}
