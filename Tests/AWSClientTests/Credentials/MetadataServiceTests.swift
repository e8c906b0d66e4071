import Foundation
import Testing

@testable import AWSClient

@Suite("A container's credential service")
struct ContainerTests {
    private let keys = ScriptedTransport.Outcome.answer(
        """
        {"RoleArn": "arn:x", "AccessKeyId": "BOX", "SecretAccessKey": "s", "Token": "t",
        "Expiration": "2026-11-19T00:00:00Z"}
        """)

    @Test("is asked at the address of the task")
    func relative() async throws {
        let transport = ScriptedTransport([keys])
        let home = TestHome(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials/1?a=b"])
        let found = try await home.find(transport)
        #expect(found.source == "container")
        #expect(found.credentials.sessionToken == "t")
        #expect(transport.requests.first?.url == "http://169.254.170.2/v2/credentials/1?a=b")
        #expect(transport.requests.first?.headers["Authorization"] == nil)
    }

    @Test("is shown the token that a file holds")
    func token() async throws {
        let transport = ScriptedTransport([keys])
        var home = TestHome([
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[::1]:8080/keys",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "other",
        ])
        home.files["/token"] = "Bearer x"
        _ = try await home.find(transport)
        #expect(transport.requests.first?.headers["Authorization"] == "Bearer x")
        home.files["/token"] = "two\nlines"
        await #expect(throws: ConfigurationError.self) { try await home.find(transport) }
    }

    @Test(
        "is asked without TLS on this machine alone",
        arguments: [
            ("http://example.com/keys", false), ("http://127.0.0.1.example.com/keys", false),
            ("http://10.0.0.1/", false), ("https://example.com/keys", true), ("http://127.1.2.3/", true),
            ("http://localhost/", true), ("http://169.254.170.23/v1", true), ("ftp://localhost/", false),
            ("nonsense", false),
        ])
    func hosts(url: String, isAllowed: Bool) async {
        let home = TestHome(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url])
        let transport = ScriptedTransport([keys])
        let found = try? await home.find(transport)
        #expect((found != nil) == isAllowed)
        #expect(transport.requests.isEmpty != isAllowed)
    }
}

@Suite("The instance metadata service")
struct InstanceMetadataTests {
    private static func body(_ text: String) -> ScriptedTransport.Outcome {
        .success(HTTPResponse(status: 200, body: Data(text.utf8)))
    }

    @Test("gives the keys of the instance's role for a token")
    func keys() async throws {
        let transport = ScriptedTransport([
            Self.body("token"), Self.body("support\n"),
            Self.body(
                """
                {"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "EC2", "SecretAccessKey": "s", "Token": "t",
                "Expiration": "2026-11-19T00:00:00Z", "LastUpdated": "2026-11-18T00:00:00Z"}
                """),
        ])
        let found = try await TestHome().find(transport)
        #expect(found.source == "EC2 instance metadata")
        #expect(found.credentials.accessKeyId == "EC2")
        #expect(
            transport.requests.map { "\($0.method.rawValue) \($0.url)" } == [
                "PUT http://169.254.169.254/latest/api/token",
                "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/",
                "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/support",
            ])
        #expect(transport.requests[0].headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600")
        #expect(transport.requests[1].headers["x-aws-ec2-metadata-token"] == "token")
    }

    @Test(
        "is not there on other machines, or is switched off",
        arguments: [
            [ScriptedTransport.Outcome.failure(.cannotConnect("169.254.169.254"))],
            [.answer("", status: 403)], [body("token"), .answer("", status: 404)],
        ])
    func absent(outcomes: [ScriptedTransport.Outcome]) async {
        let error = await #expect(throws: ConfigurationError.self) {
            try await TestHome().find(ScriptedTransport(outcomes))
        }
        #expect(error?.description.hasPrefix("No AWS credentials were found") == true)
    }

    @Test("is not asked where that is not wanted")
    func disabled() async {
        let transport = ScriptedTransport([])
        _ = try? await TestHome(["AWS_EC2_METADATA_DISABLED": "TRUE"]).find(transport)
        #expect(transport.requests.isEmpty)
    }

    @Test("is looked for elsewhere where that is set")
    func endpoint() async {
        for (variables, host) in [
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338"], "127.0.0.1"),
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"], "[fd00:ec2::254]"),
        ] {
            let transport = ScriptedTransport([])
            _ = try? await TestHome(variables).find(transport)
            #expect(transport.requests.first?.endpoint.host == host)
        }
    }
}
