import AWSClient
import Foundation
import Synchronization

/// A transport whose answers wait until a test lets them go, so that a test decides what overtakes what.
final class HeldTransport: HTTPTransport {
    private struct Held {
        let number: Int
        let line: String
        let continuation: CheckedContinuation<Result<HTTPResponse, TransportError>, Never>
    }

    private struct State {
        var held: [Held] = []
        var count = 0
        var lines: [String] = []
        var arrivals: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    /// Every request so far: method and path.
    var lines: [String] { state.withLock { $0.lines } }

    /// Returns when so many requests have come in all.
    func waitForRequests(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.count < count { state.arrivals.append((count, continuation)) }
                return state.count >= count
            }
            if isThere { continuation.resume() }
        }
    }

    /// Answers the oldest request with that method that is held, or the newest.
    func answer(_ method: String, newest: Bool = false, with body: String, status: Int = 200) {
        let held = state.withLock { state -> Held in
            let fitting = state.held.indices.filter { state.held[$0].line.hasPrefix(method) }
            guard let index = newest ? fitting.last : fitting.first else {
                preconditionFailure("no \(method) is held")
            }
            return state.held.remove(at: index)
        }
        held.continuation.resume(
            returning: .success(
                HTTPResponse(
                    status: status,
                    headers: status == 200 ? [:] : ["x-amzn-ErrorType": "ForbiddenException"],
                    body: Data(body.utf8))))
    }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let line = "\(request.method.rawValue) \(request.rawPath)"
        let number = state.withLock { state in
            state.count += 1
            state.lines.append(line)
            return state.count
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let arrived = state.withLock { state in
                    state.held.append(Held(number: number, line: line, continuation: continuation))
                    defer { state.arrivals.removeAll { $0.count <= state.count } }
                    return state.arrivals.filter { $0.count <= state.count }
                }
                for arrival in arrived { arrival.continuation.resume() }
                if Task.isCancelled { drop(number) }
            }
        } onCancel: {
            drop(number)
        }
        return try result.get()
    }

    private func drop(_ number: Int) {
        let held = state.withLock { state -> Held? in
            state.held.firstIndex { $0.number == number }.map { state.held.remove(at: $0) }
        }
        held?.continuation.resume(returning: .failure(.cancelled))
    }
}
