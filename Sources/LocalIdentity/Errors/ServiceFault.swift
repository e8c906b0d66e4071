import AWSClient
import ChimeIdentity
import Foundation

/// A refusal of the local service, as it goes over the wire.
struct ServiceFault: Error, Equatable {
    /// The value of the header `x-amzn-ErrorType`, by which the AWS SDKs choose the exception to raise.
    let type: String
    /// The value of `Code` in the body.
    let code: String
    /// The HTTP status.
    let status: Int
    /// One sentence; holds nothing sensitive.
    let message: String

    /// An exception of the service model.
    init(_ kind: ErrorKind, _ message: String) {
        self.init(type: kind.rawValue, code: kind.code, status: kind.status, message)
    }

    /// The refusal of one request too many.
    static let throttled = ServiceFault(.throttledClient, "Rate exceeded; send fewer requests a second.")

    /// A refusal that comes from what stands before every AWS service, such as the check of the signature.
    init(type: String, code: String? = nil, status: Int, _ message: String) {
        self.type = type
        self.code = code ?? type
        self.status = status
        self.message = message
    }

    /// The response.
    func response() -> HTTPResponse {
        let body = JSONValue.object(["Code": .string(code), "Message": .string(message)])
        return HTTPResponse(
            status: status, headers: ["x-amzn-ErrorType": type, "Content-Type": "application/json"],
            body: (try? body.json()) ?? Data())
    }
}
