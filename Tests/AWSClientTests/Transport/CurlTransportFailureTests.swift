import AWSClient
import Foundation
import TestSupport
import Testing

@Suite("A transfer that fails says why, and whether the request may have arrived", .timeLimit(.minutes(1)))
struct CurlTransportFailureTests {
    private func failure(
        _ url: String, _ options: CurlTransport.Options = CurlTransport.Options(proxies: .none)
    ) async throws -> TransportError? {
        let request = HTTPRequest(
            method: .get, endpoint: try EndpointURL(url), path: "/app-instances/secret-id")
        return await #expect(throws: TransportError.self) {
            try await CurlTransport(options: options).send(request)
        }
    }

    @Test("nobody listens")
    func refused() async throws {
        let port = try FreePort.find()
        let error = try await failure("http://127.0.0.1:\(port)")
        #expect(error == .cannotConnect("127.0.0.1:\(port)"))
        #expect(error?.mayHaveBeenSent == false)
        #expect(error?.isTransient == true)
    }

    @Test("the host has no address")
    func unknownHost() async throws {
        // Longer than a label of a name may be, so that no server is asked.
        let host = String(repeating: "a", count: 64) + ".invalid"
        let error = try await failure("http://\(host)")
        #expect(error == .unknownHost(host))
        #expect(error?.mayHaveBeenSent == false)
    }

    @Test("the connection does not come about in time")
    func connectTimeout() async throws {
        let port = try UnansweringPort()
        let error = try await failure(port.url, CurlTransport.Options(connectTimeout: 0.2, proxies: .none))
        #expect(error == .timedOut(host: String(port.url.dropFirst(7)), isSent: false))
    }

    @Test("the answer does not come in time")
    func totalTimeout() async throws {
        let server = try ScriptedServer([.silence])
        let error = try await failure(server.url, CurlTransport.Options(totalTimeout: 0.2, proxies: .none))
        #expect(error == .timedOut(host: "127.0.0.1:\(server.port)", isSent: true))
    }

    @Test("the connection closes without an answer")
    func noAnswer() async throws {
        let server = try ScriptedServer([.bytesThenClose(Data())])
        let error = try await failure(server.url)
        #expect(error == .connectionLost(host: "127.0.0.1:\(server.port)", isSent: true))
        #expect(error?.mayHaveBeenSent == true)
    }

    @Test("the connection closes in the middle of the body")
    func halfAnAnswer() async throws {
        let server = try ScriptedServer([
            .bytesThenClose(Data("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".utf8))
        ])
        let error = try await failure(server.url)
        #expect(error == .connectionLost(host: "127.0.0.1:\(server.port)", isSent: true))
    }

    @Test("what answers speaks no HTTP")
    func noHTTP() async throws {
        let server = try ScriptedServer([.bytesThenClose(Data("220 mail.example ESMTP\r\n".utf8))])
        #expect(try await failure(server.url)?.mayHaveBeenSent == true)
    }

    @Test("the certificates to trust cannot be read")
    func certificates() async throws {
        let server = try ScriptedServer([])
        let options = CurlTransport.Options(certificateBundle: "/nowhere", proxies: .none)
        let error = try await failure("https://127.0.0.1:\(server.port)", options)
        #expect(
            error
                == .tls(
                    host: "127.0.0.1:\(server.port)", reason: "the certificates in /nowhere cannot be read"))
        #expect(error?.mayHaveBeenSent == false)
    }

    @Test("the proxy cannot be reached")
    func proxy() async throws {
        let port = try FreePort.find()
        let error = try await failure(
            "http://service.example", CurlTransport.Options(httpProxy: "http://127.0.0.1:\(port)"))
        guard case .proxy = error else {
            Issue.record("\(String(describing: error)) does not blame the proxy")
            return
        }
    }

    @Test("the body is too large, announced or not", arguments: ["Content-Length: 1001", "X-Length: none"])
    func tooLarge(header: String) async throws {
        let body = String(repeating: "x", count: 1001)
        let server = try ScriptedServer([
            .bytesThenClose(Data("HTTP/1.1 200 OK\r\n\(header)\r\n\r\n\(body)".utf8))
        ])
        let options = CurlTransport.Options(responseLimit: 1000, proxies: .none)
        #expect(try await failure(server.url, options) == .responseTooLarge(limit: 1000))
    }

    @Test("the body is as large as it may be")
    func largeEnough() async throws {
        let server = try ScriptedServer([.response(status: 200, body: Data(count: 1000))])
        let transport = CurlTransport(options: CurlTransport.Options(responseLimit: 1000, proxies: .none))
        let request = HTTPRequest(method: .get, endpoint: try EndpointURL(server.url), path: "/")
        #expect(try await transport.send(request).body.count == 1000)
    }

    @Test("header fields have no end")
    func endlessHeaders() async throws {
        let line = "X-Filler: \(String(repeating: "x", count: 1000))\r\n"
        let server = try ScriptedServer([
            .bytesThenClose(Data(("HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 300) + "\r\n").utf8))
        ])
        let error = try await failure(server.url)
        #expect(error == .responseTooLarge(limit: 8 * 1_048_576))
    }

    @Test(
        "no words name the path, which holds ids",
        arguments: [
            ScriptedServer.Answer.bytesThenClose(Data()), .bytesThenClose(Data("HTTP/1.1 junk\r\n\r\n".utf8)),
        ])
    func discretion(answer: ScriptedServer.Answer) async throws {
        let server = try ScriptedServer([answer])
        let error = try await failure(server.url)
        #expect(error.map { "\($0)".contains("secret-id") } == false)
    }

    @Test("what may not be sent twice is not repeated on a connection that has died")
    func noSilentRepetition() async throws {
        let server = try ScriptedServer([
            .response(status: 200), .bytesThenClose(Data()), .response(status: 200),
        ])
        let transport = CurlTransport(options: CurlTransport.Options(proxies: .none))
        var request = HTTPRequest(
            method: .post, endpoint: try EndpointURL(server.url), path: "/", body: Data("{}".utf8))
        _ = try await transport.send(request)
        request.repeatability = .onlyIfNotSent
        await #expect(throws: TransportError.connectionLost(host: "127.0.0.1:\(server.port)", isSent: true)) {
            try await transport.send(request)
        }
        #expect(server.requests.count == 2)
    }
}
