import AWSClient
import ChimeIdentity
import Foundation
import GRDB

/// What happens to the real service and nobody can ask it for, for trainings and tests: push providers that no longer
/// accept a device, and the faults of services and networks. Paths begin with `/_carillon/`, requests are not signed.
struct ControlDesk: Sendable {
    /// What all its paths begin with.
    static let prefix = "/_carillon/"

    let context: HandlerContext
    let faults: FaultInjector

    /// Answers a request.
    ///
    /// - Throws: `ServiceFault`, or what the database throws.
    func respond(to request: IncomingRequest) async throws -> HTTPResponse {
        let segments = request.rawPath.dropFirst(Self.prefix.count).split(
            separator: "/", omittingEmptySubsequences: false)
        switch (request.method, segments.count, segments.first) {
        case ("GET", 1, "health"):
            return try health()
        case ("GET", 1, "faults"):
            return try Self.json(FaultReport(faults.report))
        case ("POST", 1, "faults"):
            return try setFaults(request)
        case ("POST", 3, "endpoints") where segments[2] == "state":
            guard let id = PercentEncoding.decode(segments[1]), !id.utf8.contains(0) else {
                throw ServiceFault(.badRequest, "The EndpointId is badly encoded.")
            }
            return try await setState(of: id, request)
        default:
            throw ServiceFault(
                type: "UnknownOperationException", status: 404,
                "There are GET \(Self.prefix)health, GET and POST \(Self.prefix)faults, and "
                    + "POST \(Self.prefix)endpoints/ENDPOINT_ID/state.")
        }
    }

    /// That the database answers.
    private func health() throws -> HTTPResponse {
        let isThere = try context.read { db in try Bool.fetchOne(db, sql: "SELECT 1") }
        return try Self.json(["status": isThere == true ? "ok" : "failing"])
    }

    /// Makes an endpoint ACTIVE, or INACTIVE for a reason. Name, AllowMessages and times stay as they are.
    private func setState(of id: String, _ request: IncomingRequest) async throws -> HTTPResponse {
        let state = try Self.state(request)
        let isKnown = try await context.write { db in
            try db.cachedStatement(sql: "UPDATE endpoints SET status = ?, status_reason = ? WHERE id = ?")
                .execute(arguments: [state.status.rawValue, state.statusReason?.rawValue, id])
            return db.changesCount > 0
        }
        guard isKnown else { throw ServiceFault(.notFound, "There is no endpoint with this EndpointId.") }
        return try Self.json(state)
    }

    /// Plays other faults from now on, and counts them from the start.
    private func setFaults(_ request: IncomingRequest) throws -> HTTPResponse {
        // What GET answers can be sent back as it is.
        guard
            let wanted = try Self.body(
                of: request, as: FaultReport.self, members: FaultReport.CodingKeys.allCases.map(\.rawValue))
        else {
            throw ServiceFault(
                .badRequest, "The body has to be an object with Faults, a text, and perhaps Seed.")
        }
        do {
            faults.follow(try FaultPlan(wanted.faults), seed: wanted.seed)
        } catch {
            throw ServiceFault(.badRequest, error.description)
        }
        return try Self.json(FaultReport(faults.report))
    }

    /// The state that a request names: that of `EndpointState` in the service model.
    private static func state(_ request: IncomingRequest) throws -> EndpointState {
        guard
            let state = try body(
                of: request, as: EndpointState.self, members: ["Status", "StatusReason"])
        else {
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

    /// What a body holds; nil where it holds something else, such as a member with a misspelt name.
    private static func body<Value: Decodable>(
        of request: IncomingRequest, as type: Value.Type, members: [String]
    ) throws -> Value? {
        // A page in a browser can send a form to this machine, but no JSON without being allowed to.
        guard request.mediaType == "application/json" else {
            throw ServiceFault(.badRequest, "The Content-Type has to be application/json.")
        }
        guard case .object(let object)? = try? JSONValue(json: request.body),
            Set(object.keys).isSubset(of: members)
        else { return nil }
        return try? JSONDecoder().decode(type, from: request.body)
    }

    private static func json(_ answer: some Encodable) throws -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: ["Content-Type": "application/json"],
            body: Data(try JSONText.line(answer).utf8)
        )
    }
}
