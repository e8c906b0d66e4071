import AWSClient
import Dispatch
import Foundation
import LocalIdentity
import Synchronization

/// A service that holds a few users in memory, for as many requests as a fuzzer makes up.
public final class FuzzedService: Sendable {
    /// After how many requests it starts over: those that create something would fill the memory.
    private static let lifetime = 20_000

    private let service: Mutex<(service: LocalService, requests: Int)>

    /// A fresh service.
    public init() {
        service = Mutex((Self.fresh(), 0))
    }

    /// The answer to a request.
    public func answer(_ request: IncomingRequest) -> HTTPResponse {
        let current = service.withLock { state in
            if state.requests >= Self.lifetime { state = (Self.fresh(), 0) }
            state.requests += 1
            return state.service
        }
        return Self.wait { await current.respond(to: request).response }
    }

    private static func fresh() -> LocalService {
        wait {
            do {
                let store = try Store(.memory)
                try await GeneratedData(store: store).fill(users: 4) { _ in }
                return LocalService(store: store)
            } catch {
                fatalError("The service cannot be made: \(error)")
            }
        }
    }

    /// The fuzzer's function has to return with everything done.
    private static func wait<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value {
        let result = Mutex<Value?>(nil)
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            let value = await body()
            result.withLock { $0 = value }
            done.signal()
        }
        done.wait()
        return result.withLock { $0! }
    }
}
