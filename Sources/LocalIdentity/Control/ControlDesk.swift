import AWSClient
import ChimeIdentity
import Foundation
import GRDB

/// What the real service does by itself and nobody can ask it for, for trainings and tests: push providers that no longer
/// accept a device. Paths begin with `/_carillon/`, requests are not signed.
struct ControlDesk: Sendable {
    /// What all its paths begin with.
    static let prefix = "/_carillon/"

    let context: HandlerContext

    /// Answers a request.
    ///
    /// - Throws: `ServiceFault`, or what the database throws.
    func respond(to request: IncomingRequest) async throws -> HTTPResponse {
        let segments = request.rawPath.dropFirst(Self.prefix.count).split(
            separator: "/", omittingEmptySubsequences: false)
        switch (request.method, segments.count, segments.first) {
        case ("GET", 1, "health"):
            return try await health()
        case ("POST", 3, "endpoints") where segments[2] == "state":
            guard let id = PercentEncoding.decode(segments[1]) else {
                throw ServiceFault(.badRequest, "The EndpointId is badly encoded.")
            }
            return try await setState(of: id, request)
        default:
            throw ServiceFault(
                type: "UnknownOperationException", status: 404,
                "There are GET \(Self.prefix)health and POST \(Self.prefix)endpoints/ENDPOINT_ID/state.")
        }
    }

    /// That the database answers.
    private func health() async throws -> HTTPResponse {
        let isThere = try await context.read { db in try Bool.fetchOne(db, sql: "SELECT 1") }
        return try Self.json(["status": isThere == true ? "ok" : "failing"])
    }

    /// Makes an endpoint ACTIVE, or INACTIVE for a reason. Name, AllowMessages and times stay as they are.
    private func setState(of id: String, _ request: IncomingRequest) async throws -> HTTPResponse {
        // A page in a browser can send a form to this machine, but no JSON without being allowed to.
        guard request.headers["Content-Type"]?.lowercased().hasPrefix("application/json") == true else {
            throw ServiceFault(.badRequest, "The Content-Type has to be application/json.")
        }
        let state = try Self.state(request.body)
        let isKnown = try await context.write { db in
            try db.cachedStatement(sql: "UPDATE endpoints SET status = ?, status_reason = ? WHERE id = ?")
                .execute(arguments: [state.status.rawValue, state.statusReason?.rawValue, id])
            return db.changesCount > 0
        }
        guard isKnown else { throw ServiceFault(.notFound, "There is no endpoint with this EndpointId.") }
        return try Self.json(state)
    }

    /// The state that a body names: that of `EndpointState` in the service model.
    private static func state(_ body: Data) throws -> EndpointState {
        guard let state = try? JSONDecoder().decode(EndpointState.self, from: body) else {
            throw ServiceFault(.badRequest, "The body has to be an object with Status and StatusReason.")
        }
        switch (state.status, state.statusReason) {
        case (.active, nil): return state
        case (.inactive, let reason?) where EndpointStatusReason.known.contains(reason): return state
        default:
            throw ServiceFault(
                .badRequest,
                "Status is ACTIVE, without a StatusReason, or INACTIVE with the StatusReason INVALID_DEVICE_TOKEN "
                    + "or INVALID_PINPOINT_ARN.")
        }
    }

    private static func json(_ answer: some Encodable) throws -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: ["Content-Type": "application/json"], body: try JSONEncoder().encode(answer)
        )
    }
}
