import AWSClient
import Foundation
import Synchronization

/// A transport that plays outcomes and keeps what it was given.
final class ScriptedTransport: HTTPTransport {
    typealias Outcome = Result<HTTPResponse, TransportError>

    private struct State {
        var outcomes: [Outcome]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    init(_ outcomes: [Outcome]) {
        state = Mutex(State(outcomes: outcomes))
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let outcome = state.withLock { state -> Outcome in
            state.requests.append(request)
            return state.outcomes.isEmpty ? .failure(.other("no outcome left")) : state.outcomes.removeFirst()
        }
        return try outcome.get()
    }
}

/// A clock that moves only when somebody waits.
final class StoppedClock: Sendable {
    private let state: Mutex<(now: Date, waits: [TimeInterval])>

    init(_ now: Date) {
        state = Mutex((now, []))
    }

    var now: Date { state.withLock { $0.now } }
    var waits: [TimeInterval] { state.withLock { $0.waits } }

    func wait(_ seconds: TimeInterval) throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.waits.append(seconds)
            state.now += seconds
        }
    }
}
