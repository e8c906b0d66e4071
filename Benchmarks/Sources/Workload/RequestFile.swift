import AWSClient
import Foundation
import LocalIdentity

/// A file of requests as they go over the wire, each after a line with its length in bytes.
public struct RequestFile {
    private let requests: IdentityRequests
    private let operation: IdentityRequests.Operation
    private let users: Range<Int>

    /// - Parameter users: The numbers of the users that the requests are about, each about one at random.
    public init(_ operation: IdentityRequests.Operation, port: Int, users: Range<Int>) {
        requests = IdentityRequests(port: port)
        self.operation = operation
        self.users = users
    }

    /// Signs so many requests and writes them.
    ///
    /// - Throws: What Foundation throws where the file cannot be written.
    public func write(_ count: Int, to file: URL) throws {
        var content = Data()
        for turn in 0..<count {
            let request = wire(requests.signed(requests.request(operation, user: user(turn), turn: turn)))
            content += Data("\(request.count)\n".utf8) + request
        }
        try content.write(to: file)
    }

    /// A user at random who has a device; for a registration one after the other, since each has room for a few only.
    private func user(_ turn: Int) -> GeneratedUser {
        if operation == .register {
            return GeneratedUser(users.lowerBound + turn % users.count)
        }
        while true {
            let user = GeneratedUser(Int.random(in: users))
            if !user.endpointIds.isEmpty { return user }
        }
    }

    private func wire(_ request: HTTPRequest) -> Data {
        var head = "\(request.method.rawValue) \(request.rawPath) HTTP/1.1\r\n"
        for (name, value) in request.headers { head += "\(name): \(value)\r\n" }
        if let body = request.body { head += "Content-Length: \(body.count)\r\n" }
        return Data((head + "\r\n").utf8) + (request.body ?? Data())
    }
}
