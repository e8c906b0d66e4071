import AWSClient
import Testing

@Suite("The endpoint URL comes from the first place that names one")
struct EndpointResolutionTests {
    private static let config = """
        [default]
        region = eu-central-1
        services = mine
        endpoint_url = http://profile
        [services mine]
        chime_sdk_identity =
          endpoint_url = http://services
        """
    private var home = TestHome(
        [
            "AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY": "http://own-variable/base",
            "AWS_ENDPOINT_URL": "http://any-variable",
        ], config: config)

    @Test("the flag")
    func flag() throws {
        let endpoint = try home.resolve(endpointURL: "http://flag:1").endpoint
        #expect(endpoint == Sourced(try EndpointURL("http://flag:1"), from: "--endpoint-url"))
    }

    @Test("then the service's own variable, then the one of all services, then [services], then the profile")
    func order() throws {
        var home = home
        #expect(try home.resolve().endpoint.value.description == "http://own-variable/base")
        #expect(try home.resolve().endpoint.source == "AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY")
        home.variables["AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY"] = nil
        #expect(try home.resolve().endpoint.value.host == "any-variable")
        home.variables["AWS_ENDPOINT_URL"] = nil
        #expect(try home.resolve().endpoint.value.host == "services")
        #expect(try home.resolve().endpoint.source == "[services mine]")
        let config = Self.config.replacing("chime_sdk_identity", with: "sts")
        #expect(try TestHome(config: config).resolve().endpoint.value.host == "profile")
    }

    @Test("then the region's own")
    func region() throws {
        let endpoint = try TestHome().resolve(region: "eu-central-1").endpoint
        #expect(endpoint.value.description == "https://identity-chime.eu-central-1.amazonaws.com")
        #expect(endpoint.source == "the region")
    }

    @Test("all but the flag can be switched off", arguments: [true, false])
    func ignored(byVariable: Bool) throws {
        var home = home
        if byVariable {
            home.variables["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "TRUE"
        } else {
            home.files["/home/me/.aws/config"] = Self.config.replacing(
                "services = mine", with: "ignore_configured_endpoint_urls = true")
        }
        #expect(try home.resolve().endpoint.source == "the region")
        #expect(try home.resolve(endpointURL: "http://flag").endpoint.value.host == "flag")
    }

    @Test("a URL that is none is named")
    func malformed() {
        let home = TestHome(["AWS_ENDPOINT_URL": "localhost:8080"])
        let error = #expect(throws: ConfigurationError.self) { try home.resolve(region: "us-east-1") }
        #expect(
            error?.description
                == "The endpoint URL 'localhost:8080' has no scheme; give one such as http://127.0.0.1:8080.")
    }
}
