import AWSClient
import ChimeIdentity
import Foundation
import LocalIdentity

/// Requests about users of `GeneratedData`, signed with the key pair that a local service takes unless told otherwise.
public struct IdentityRequests: Sendable {
    /// What is requested.
    public enum Operation: String, Sendable {
        /// ListAppInstanceUserEndpoints.
        case list
        /// DescribeAppInstanceUserEndpoint.
        case describe
        /// UpdateAppInstanceUserEndpoint: mutes a device or unmutes it.
        case update
        /// RegisterAppInstanceUserEndpoint, with a device token of its own each.
        case register
        /// What no operation has the path of: all it costs is the check of its signature.
        case unknown
    }

    private static let configuration = LocalService.Configuration()

    private let endpoint: EndpointURL
    private let signer = SigV4Signer(
        credentials: Credentials(
            accessKeyId: configuration.accessKeyId, secretAccessKey: configuration.secretAccessKey),
        region: configuration.region, service: "chime")

    /// Requests to a service on this machine.
    public init(port: Int) {
        endpoint = EndpointURL(scheme: .http, host: "127.0.0.1", port: port)
    }

    /// A request about a user, or about a device of it. It is not signed.
    ///
    /// - Parameter turn: Tells requests about the same user apart.
    public func request(_ operation: Operation, user: GeneratedUser, turn: Int) -> HTTPRequest {
        let path = "/app-instance-users/\(PercentEncoding.encode(arn(user)))"
        let ids = user.endpointIds
        switch operation {
        case .list: return request(.get, path + "/endpoints")
        case .describe: return request(.get, "\(path)/endpoints/\(ids[turn % ids.count])")
        case .update:
            return request(
                .put, "\(path)/endpoints/\(ids[turn % ids.count])",
                body: #"{"AllowMessages":"\#(turn.isMultiple(of: 2) ? "NONE" : "ALL")"}"#)
        case .register: return request(.post, path + "/endpoints", body: registration())
        case .unknown: return request(.get, path + "/nothing")
        }
    }

    /// A request with its signature of this moment.
    public func signed(_ request: HTTPRequest) -> HTTPRequest { signer.sign(request, at: Date()) }

    private func arn(_ user: GeneratedUser) -> String {
        "arn:aws:chime:\(Self.configuration.region):\(Self.configuration.account):app-instance/"
            + "\(user.appInstanceId)/user/\(user.id)"
    }

    private func registration() -> String {
        let token = UUID().uuidString.replacing("-", with: "")
        return """
            {"Type":"APNS","ResourceArn":"arn:aws:mobiletargeting:us-east-1:111122223333:apps/\(token)",\
            "EndpointAttributes":{"DeviceToken":"\(token)\(token)"},"ClientRequestToken":"\(token)"}
            """
    }

    private func request(_ method: HTTPMethod, _ path: String, body: String? = nil) -> HTTPRequest {
        HTTPRequest(
            method: method, endpoint: endpoint, path: path,
            headers: body == nil ? [:] : ["Content-Type": "application/json"],
            body: body.map { Data($0.utf8) })
    }
}
