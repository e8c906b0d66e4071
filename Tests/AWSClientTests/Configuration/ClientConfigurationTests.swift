import AWSClient
import Foundation
import Testing

@Suite("The configuration")
struct ClientConfigurationTests {
    private static let config = """
        [default]
        region = eu-central-1
        max_attempts = 5
        ca_bundle = ~/ca.pem
        [profile dev]
        region = us-east-1
        """

    @Test("takes the profile from the flag, then AWS_DEFAULT_PROFILE, then AWS_PROFILE, then default")
    func profile() throws {
        let config =
            "[default]\nregion=d\n[profile a]\nregion=a\n[profile b]\nregion=b\n[profile c]\nregion=c"
        var home = TestHome(["AWS_DEFAULT_PROFILE": "b", "AWS_PROFILE": "c"], config: config)
        #expect(try home.resolve(profile: "a").profile == ProfileSelection(name: "a", origin: .commandLine))
        #expect(try home.resolve().profile == ProfileSelection(name: "b", origin: .environment))
        #expect(try home.resolve().region.value == "b")
        home.variables["AWS_DEFAULT_PROFILE"] = ""
        #expect(try home.resolve().profile.name == "c")
        home.variables["AWS_PROFILE"] = nil
        #expect(try home.resolve().profile == ProfileSelection(name: "default", origin: .standard))
    }

    @Test("takes the region from the flag, then AWS_REGION, then AWS_DEFAULT_REGION, then the profile")
    func region() throws {
        var home = TestHome(["AWS_REGION": "b", "AWS_DEFAULT_REGION": "c"], config: "[default]\nregion = d")
        #expect(try home.resolve(region: "a").region == Sourced("a", from: "--region"))
        #expect(try home.resolve().region == Sourced("b", from: "AWS_REGION"))
        home.variables["AWS_REGION"] = nil
        #expect(try home.resolve().region == Sourced("c", from: "AWS_DEFAULT_REGION"))
        home.variables["AWS_DEFAULT_REGION"] = nil
        #expect(try home.resolve().region == Sourced("d", from: "profile default"))
    }

    @Test("takes the number of attempts from AWS_MAX_ATTEMPTS, then the profile")
    func attempts() throws {
        var home = TestHome(["AWS_MAX_ATTEMPTS": "7"], config: Self.config)
        #expect(try home.resolve().attempts == Sourced(7, from: "AWS_MAX_ATTEMPTS"))
        #expect(try home.resolve().retry.maxAttempts == 7)
        home.variables = [:]
        #expect(try home.resolve().retry.maxAttempts == 5)
        #expect(try TestHome().resolve(region: "us-east-1").attempts == Sourced(3, from: "standard"))
    }

    @Test("takes the retry mode from AWS_RETRY_MODE, then the profile")
    func retryMode() throws {
        var home = TestHome(
            ["AWS_RETRY_MODE": "adaptive"], config: "[default]\nregion = x\nretry_mode = legacy")
        #expect(try home.resolve().retry.mode == .adaptive)
        home.variables = [:]
        #expect(try home.resolve().retry.mode == .legacy)
        #expect(try TestHome().resolve(region: "us-east-1").retry.mode == .standard)
        home.variables = ["AWS_RETRY_MODE": "Adaptive"]
        let error = #expect(throws: ConfigurationError.self) { try home.resolve() }
        #expect(
            error?.description
                == "'Adaptive' (AWS_RETRY_MODE) is no retry mode; give standard or adaptive.")
    }

    @Test("takes certificates from AWS_CA_BUNDLE, then the profile")
    func certificates() throws {
        var home = TestHome(["AWS_CA_BUNDLE": "/etc/ca.pem"], config: Self.config)
        #expect(try home.resolve().certificateBundle == Sourced("/etc/ca.pem", from: "AWS_CA_BUNDLE"))
        home.variables = [:]
        #expect(try home.resolve().transport.certificateBundle == "/home/me/ca.pem")
        #expect(try home.resolve(profile: "dev").certificateBundle == nil)
    }

    @Test(
        "reads the files that the environment names",
        arguments: [
            "/etc/aws.ini", "~/aws.ini", "$PLACE/aws.ini", "${PLACE}/aws.ini",
        ])
    func places(path: String) throws {
        var home = TestHome(
            ["AWS_CONFIG_FILE": path, "PLACE": "/home/me"], config: "[default]\nregion = wrong")
        home.files["/etc/aws.ini"] = "[default]\nregion = us-east-1"
        home.files["/home/me/aws.ini"] = "[default]\nregion = us-east-1"
        #expect(try home.resolve().region.value == "us-east-1")
    }

    @Test("leaves dollar signs alone that name no variable")
    func dollars() {
        let environment = TestHome(["A": "1", "B_2": "2"]).environment
        #expect(environment.expand("$C/${C}/$/${A/$A/${A}x/$B_2") == "$C/${C}/$/${A/1/1x/2")
    }

    @Test("gives the values of the credentials file the last word")
    func merged() throws {
        let home = TestHome(
            config: "[default]\nregion = us-east-1\noutput = json",
            credentials: "[default]\nregion = eu-central-1")
        #expect(try home.resolve().region.value == "eu-central-1")
    }

    @Test("finds profiles that only the credentials file has")
    func credentialsOnly() throws {
        let home = TestHome(credentials: "[dev]\nregion = us-east-1")
        #expect(try home.resolve(profile: "dev").region.value == "us-east-1")
    }
}

@Suite("The configuration that cannot be is refused in one sentence that ends with what to do")
struct ConfigurationRefusalTests {
    private func sentence(_ resolve: () throws(ConfigurationError) -> ClientConfiguration) -> String? {
        #expect(throws: ConfigurationError.self) { _ = try resolve() }?.description
    }

    @Test("unknown profile", arguments: [true, false])
    func unknownProfile(isFlag: Bool) {
        let home = TestHome(
            isFlag ? [:] : ["AWS_PROFILE": "dve"], config: "[profile dev]\nregion = us-east-1")
        #expect(
            sentence { () throws(ConfigurationError) in try home.resolve(profile: isFlag ? "dve" : nil) }
                == "There is no profile 'dve' in /home/me/.aws/config or /home/me/.aws/credentials; "
                + "run 'aws configure list-profiles' to see those there are.")
    }

    @Test("no region")
    func noRegion() {
        #expect(
            sentence { () throws(ConfigurationError) in try TestHome().resolve() }
                == "No AWS region is set; give --region us-east-1 or set AWS_REGION.")
    }

    @Test("a region that is none", arguments: ["us east 1", "US-EAST-1", "evil.example/", "../x"])
    func badRegion(region: String) {
        #expect(
            sentence { () throws(ConfigurationError) in try TestHome().resolve(region: region) }
                == "'\(region)' (--region) is no region; give one such as us-east-1.")
    }

    @Test("a number of attempts that is none", arguments: ["0", "-1", "three", "1.5"])
    func badAttempts(text: String) {
        let home = TestHome(["AWS_MAX_ATTEMPTS": text])
        #expect(
            sentence { () throws(ConfigurationError) in try home.resolve(region: "us-east-1") }
                == "'\(text)' (AWS_MAX_ATTEMPTS) is no number of attempts; give a whole number above 0.")
    }

    @Test("a file that cannot be read")
    func unreadable() {
        struct Denied: Error {}
        let environment = ProcessEnvironment(variables: [:], homeDirectory: "/home/me") { _ in throw Denied()
        }
        let error = #expect(throws: ConfigurationError.self) { try ProfileFiles(environment) }
        #expect(error?.description == "The file /home/me/.aws/config cannot be read; check its permissions.")
    }

    @Test("a file that is no text")
    func binary() {
        let environment = ProcessEnvironment(variables: [:], homeDirectory: "/home/me") { _ in Data([0xFF]) }
        let error = #expect(throws: ConfigurationError.self) { try ProfileFiles(environment) }
        #expect(error?.description == "The file /home/me/.aws/config is not UTF-8 text; save it as UTF-8.")
    }

    @Test("a services section that is not there")
    func noServices() {
        let home = TestHome(config: "[default]\nregion = us-east-1\nservices = mine")
        #expect(
            sentence { () throws(ConfigurationError) in try home.resolve() }
                == "The profile names the services section 'mine', which is not in /home/me/.aws/config; "
                + "add [services mine] or take the line out.")
    }
}
