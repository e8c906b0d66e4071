import AWSClient
import Testing

@Suite("An endpoint URL")
struct EndpointURLTests {
    @Test(
        "is read and written",
        arguments: [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080", ""),
            (
                "https://identity-chime.us-east-1.amazonaws.com/",
                "https://identity-chime.us-east-1.amazonaws.com",
                "identity-chime.us-east-1.amazonaws.com", ""
            ),
            ("HTTPS://Host.Example", "https://host.example", "host.example", ""),
            ("http://localhost:80/base/v1/", "http://localhost/base/v1", "localhost", "/base/v1"),
            ("https://localhost:443", "https://localhost", "localhost", ""),
            ("http://[::1]:8080/a%20b", "http://[::1]:8080/a%20b", "[::1]:8080", "/a%20b"),
            ("http://identity_service:1", "http://identity_service:1", "identity_service:1", ""),
        ])
    func reads(text: String, written: String, hostHeader: String, basePath: String) throws {
        let endpoint = try EndpointURL(text)
        #expect(endpoint.description == written)
        #expect(endpoint.hostHeader == hostHeader)
        #expect(endpoint.basePath == basePath)
    }

    @Test(
        "is refused in one sentence that says what to do",
        arguments: [
            ("localhost:8080", "has no scheme"), ("", "has no scheme"),
            ("ftp://host", "is neither http nor https"),
            ("http://", "has no host"), ("http://:80", "has no host"), ("http://host:0", "has no valid port"),
            ("http://host:65536", "has no valid port"), ("http://host:x", "has no valid port"),
            ("http://[::1", "has an open bracket"), ("http://[::1]x", "has no valid host"),
            ("http://host/?a=b", "has a query or a fragment"),
            ("http://host/#a", "has a query or a fragment"),
            ("http://a b", "has a host that is none"), ("http://a\\b", "has a host that is none"),
            ("http://host/a b", "has a path with a blank"), ("http://host/é", "has a path with a blank"),
            ("http://host\r\nX-Injected", "has a host that is none"),
        ])
    func refuses(text: String, reason: String) {
        let error = #expect(throws: ConfigurationError.self) { try EndpointURL(text) }
        #expect(error?.description.contains(reason) == true)
        #expect(error?.description.hasSuffix("give one such as http://127.0.0.1:8080.") == true)
    }

    @Test("does not repeat a password that stands in it")
    func password() {
        let error = #expect(throws: ConfigurationError.self) { try EndpointURL("https://me:hunter2@host") }
        #expect(error?.description.contains("holds a user name") == true)
        #expect(error?.description.contains("hunter2") == false)
    }
}
