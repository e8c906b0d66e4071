import ChimeIdentity
import Synchronization

/// Notes what a write sends: the operations that change something, and the ids of their requests.
final class SentRequests: Sendable {
    private let sent = Mutex<(operations: [String], ids: [String])>(([], []))

    /// The operations, in the order in which they were sent.
    var operations: [String] { sent.withLock { $0.operations } }
    /// The ids of the requests that succeeded.
    var ids: [String] { sent.withLock { $0.ids } }

    /// Takes note of what the client does.
    @Sendable func note(_ event: IdentityClient.Event) {
        sent.withLock { sent in
            switch event {
            case .sending(let operation) where !operation.isReadOnly: sent.operations.append(operation.name)
            case .succeeded(let operation, let requestId?) where !operation.isReadOnly:
                sent.ids.append(requestId)
            case .sending, .succeeded: break
            }
        }
    }
}
