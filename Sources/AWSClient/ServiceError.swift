import Foundation

/// An answer of a service that is no success.
public struct ServiceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The error code, such as `ForbiddenException`.
    public let code: String
    /// The service's own words. Untrusted.
    public let message: String
    /// The HTTP status.
    public let status: Int
    /// The request id, to be quoted to AWS Support.
    public let requestId: String?
    /// How many times the request was sent.
    public var attempts: Int
    /// Whether an attempt before the last may have been carried out: its answer was lost, or told of a fault.
    public var followsOpenAttempt = false

    /// A longer message is cut, in characters.
    private static let messageLimit = 4096

    /// An error from its parts.
    public init(code: String, message: String, status: Int, requestId: String?, attempts: Int = 1) {
        self.code = code
        self.message = message
        self.status = status
        self.requestId = requestId
        self.attempts = attempts
    }

    /// The error that a JSON response carries: the code from the header `x-amzn-ErrorType` or the body, the
    /// message from the body. A service of the Query protocol wraps both in `Error`, and one of OAuth 2.0 has
    /// names of its own (RFC 6749, section 5.2).
    public init(_ response: HTTPResponse) {
        let body = try? JSONDecoder().decode(Body.self, from: response.body)
        let codes = [response.headers["x-amzn-ErrorType"], body?.type, body?.code]
        let code = codes.lazy.compactMap { $0.map(Self.bareCode) }.first { !$0.isEmpty }
        let message = body?.message.flatMap { $0.isEmpty ? nil : String($0.prefix(Self.messageLimit)) }
        self.init(
            code: code ?? "HTTP\(response.status)", message: message ?? Self.standIn(for: response),
            status: response.status, requestId: Self.requestId(of: response))
    }

    /// What can be said of a response that says nothing itself.
    private static func standIn(for response: HTTPResponse) -> String {
        let isJSON = (try? JSONSerialization.jsonObject(with: response.body)) != nil
        return response.body.isEmpty || isJSON
            ? "HTTP status \(response.status) without a message"
            : "HTTP status \(response.status) with a page instead of an answer of the service, perhaps from a "
                + "proxy or gateway on the way"
    }

    /// The code with the message.
    public var description: String { "\(code): \(message)" }

    /// The request id of a response.
    public static func requestId(of response: HTTPResponse) -> String? {
        response.headers["x-amzn-RequestId"] ?? response.headers["x-amz-request-id"]
    }

    /// `aws.service#Name:http://…` is written for `Name`.
    private static func bareCode(_ text: String) -> String {
        let code = text.prefix { $0 != ":" }
        return String(code.split(separator: "#").last ?? "")
    }

    private struct Body: Decodable {
        let type: String?
        let code: String?
        let message: String?

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let outermost = try decoder.container(keyedBy: Name.self)
            let container =
                (try? outermost.nestedContainer(keyedBy: Name.self, forKey: Name(stringValue: "Error")))
                ?? outermost
            func text(_ names: String...) -> String? {
                names.lazy.compactMap { try? container.decode(String.self, forKey: Name(stringValue: $0)) }
                    .first
            }
            type = text("__type")
            code = text("code", "Code", "error")
            message = text("message", "Message", "errorMessage", "error_description")
        }
    }
}
