import AWSClient
import ChimeIdentity
import Foundation
import LocalIdentity

/// A service without a socket that holds 60 generated users in a file, and signed requests to it.
public struct ServiceWorkload: Sendable {
    /// The service.
    public let service: LocalService
    private let requests = IdentityRequests(port: 8080)
    private let page: Data

    /// A service with its users. The file is in the directory for temporary files.
    public init() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "carillon-\(UUID().uuidString)")
        let store = try Store(.file(directory.appending(path: "service.sqlite").path))
        try await GeneratedData(store: store).fill(users: 60) { _ in }
        service = LocalService(store: store)
        page = try JSONEncoder().encode(Self.page)
    }

    /// A request about a user who has three devices, signed.
    public func incoming(_ operation: IdentityRequests.Operation) -> IncomingRequest {
        IncomingRequest(requests.signed(unsigned(operation)))
    }

    /// A request about a user who has three devices.
    public func unsigned(_ operation: IdentityRequests.Operation) -> HTTPRequest {
        requests.request(operation, user: GeneratedUser(8), turn: 0)
    }

    /// The request with its signature of this moment.
    public func signed(_ request: HTTPRequest) -> HTTPRequest { requests.signed(request) }

    /// Reads a page of 50 endpoints as the client does.
    ///
    /// - Throws: Never, as long as the page is one.
    public func decodePage() throws -> ListAppInstanceUserEndpointsResponse {
        try JSONDecoder().decode(ListAppInstanceUserEndpointsResponse.self, from: page)
    }

    private static var page: ListAppInstanceUserEndpointsResponse {
        ListAppInstanceUserEndpointsResponse(
            appInstanceUserEndpoints: (0..<50).map { number in
                AppInstanceUserEndpointSummary(
                    appInstanceUserArn: "arn:aws:chime:us-east-1:111122223333:app-instance/"
                        + "6e61c000-0000-4000-8000-000000000000/user/ada.lovelace",
                    endpointId: "6e61e000-0000-4000-8000-\(100_000_000_000 + number)",
                    name: "iPhone 15 Pro \(number)", type: .apns, allowMessages: .all,
                    endpointState: EndpointState(status: .inactive, statusReason: .invalidDeviceToken))
            })
    }
}
