import AWSClient
import Foundation
import TestSupport
import Testing

@Suite("The transport", .timeLimit(.minutes(1)))
struct CurlTransportTests {
    private let transport = CurlTransport(
        options: CurlTransport.Options(responseLimit: 100_000, proxies: .none, userAgent: "carillon/1.2.3"))

    private func request(
        _ url: String, _ path: String = "/", method: HTTPMethod = .get, query: [QueryItem] = [],
        headers: HTTPHeaders = HTTPHeaders(), body: String? = nil
    ) throws -> HTTPRequest {
        HTTPRequest(
            method: method, endpoint: try EndpointURL(url), path: path, query: query, headers: headers,
            body: body.map { Data($0.utf8) })
    }

    @Test("puts the request line and the body on the wire as they are")
    func asIs() async throws {
        let server = try ScriptedServer([.response(status: 201)])
        let response = try await transport.send(
            try request(
                server.url + "/base", "/a%3Ab/../c:d", method: .post,
                query: [QueryItem(name: "arn", value: "a:b/c d"), QueryItem(name: "empty", value: "")],
                headers: ["Content-Type": "application/json", "X-Amz-Date": "20261124T010203Z"],
                body: #"{"Name":"é"}"#))
        #expect(response.status == 201)
        let received = try #require(server.requests.first)
        #expect(received.requestLine == "POST /base/a%3Ab/../c:d?arn=a%3Ab%2Fc%20d&empty= HTTP/1.1")
        #expect(received.body == Data(#"{"Name":"é"}"#.utf8))
        #expect(received.values(of: "Content-Type") == ["application/json"])
        #expect(received.values(of: "X-Amz-Date") == ["20261124T010203Z"])
        #expect(received.values(of: "User-Agent") == ["carillon/1.2.3"])
        #expect(received.values(of: "Host") == ["127.0.0.1:\(server.port)"])
    }

    @Test("waits for no 100 Continue, however large the body")
    func expect() async throws {
        let server = try ScriptedServer([.response(status: 200)])
        let body = String(repeating: "x", count: 2_000_000)
        _ = try await transport.send(try request(server.url, method: .put, body: body))
        let received = try #require(server.requests.first)
        #expect(received.values(of: "Expect").isEmpty)
        #expect(received.body.count == 2_000_000)
    }

    @Test(
        "sends no content type and no body where there is none",
        arguments: [
            HTTPMethod.get, .post, .put, .delete,
        ])
    func noBody(method: HTTPMethod) async throws {
        let server = try ScriptedServer([.response(status: 204)])
        _ = try await transport.send(try request(server.url, method: method))
        let received = try #require(server.requests.first)
        #expect(received.requestLine == "\(method.rawValue) / HTTP/1.1")
        #expect(received.values(of: "Content-Type").isEmpty)
        #expect(received.body.isEmpty)
    }

    @Test("returns status, headers and body, whatever the status", arguments: [200, 302, 404, 503])
    func response(status: Int) async throws {
        let server = try ScriptedServer([
            .response(
                status: status,
                headers: ["X-One: 1", "x-one: 2", "Location: http://127.0.0.1:1/", "X-Blank:  "],
                body: Data("body".utf8))
        ])
        let response = try await transport.send(try request(server.url))
        #expect(response.status == status)
        #expect(response.headers.values(of: "X-ONE") == ["1", "2"])
        #expect(response.headers["x-blank"]?.isEmpty == true)
        #expect(response.body == Data("body".utf8))
        #expect(server.requests.count == 1)
    }

    @Test("passes over interim responses")
    func interim() async throws {
        let server = try ScriptedServer([
            .bytes(
                Data(
                    """
                    HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n\
                    HTTP/1.1 200 OK\r\nX-Late: 1\r\nContent-Length: 2\r\n\r\nok
                    """.utf8))
        ])
        let response = try await transport.send(try request(server.url))
        #expect(response.status == 200)
        #expect(response.headers["X-Early"] == nil)
        #expect(response.headers["X-Late"] == "1")
    }

    @Test("uses a connection again")
    func reuse() async throws {
        let server = try ScriptedServer(Array(repeating: .response(status: 200), count: 5))
        for _ in 0..<5 { _ = try await transport.send(try request(server.url)) }
        #expect(server.requests.count == 5)
        #expect(server.connectionCount == 1)
    }

    @Test("gives each of many requests at once its own answer")
    func many() async throws {
        let servers = try (0..<20).map {
            try ScriptedServer([.response(status: 400 + $0, body: Data("\($0)".utf8))])
        }
        try await withThrowingTaskGroup(of: (Int, HTTPResponse).self) { group in
            for (index, server) in servers.enumerated() {
                let request = try request(server.url)
                group.addTask { (index, try await transport.send(request)) }
            }
            for try await (index, response) in group {
                #expect(response.status == 400 + index)
                #expect(response.body == Data("\(index)".utf8))
            }
        }
    }

    @Test("goes through the proxy for plain HTTP")
    func proxy() async throws {
        let proxy = try ScriptedServer([.response(status: 200)])
        let transport = CurlTransport(options: CurlTransport.Options(httpProxy: proxy.url))
        _ = try await transport.send(try request("http://service.example", "/a"))
        #expect(proxy.requests.first?.requestLine == "GET http://service.example/a HTTP/1.1")
    }

    @Test("goes through no proxy where there shall be none")
    func noProxy() async throws {
        let server = try ScriptedServer([.response(status: 200)])
        let transport = CurlTransport(
            options: CurlTransport.Options(httpProxy: "http://127.0.0.1:1", proxies: .none))
        #expect(try await transport.send(try request(server.url)).status == 200)
    }
}
