import ChimeIdentity
import Dispatch
import Foundation
import Synchronization

/// The way to the service: finds out configuration and credentials when first used, off the main thread,
/// and keeps the client for later. After a failure the next use tries again.
public actor ServiceAccess {
    /// A client and what it talks to.
    public struct Connection: Sendable {
        /// The client.
        public let client: IdentityClient
        /// What it talks to.
        public let info: SessionInfo

        /// A client with what it talks to.
        public init(client: IdentityClient, info: SessionInfo) {
            self.client = client
            self.info = info
        }
    }

    // An unstructured task would run on a global queue; see `DispatchTimer`.
    private let executor = DispatchQueueExecutor(queue: DispatchQueue(label: "carillon.connection"))
    private let connect: @Sendable () async throws -> Connection
    private var pending: Task<Connection, any Error>?

    /// - Parameter connect: Finds out configuration and credentials. Called off the main thread.
    public init(connect: @escaping @Sendable () async throws -> Connection) {
        self.connect = connect
    }

    /// The connection; all callers share one attempt.
    ///
    /// - Throws: What `connect` throws.
    public func connection() async throws -> Connection {
        let task: Task<Connection, any Error>
        if let pending {
            task = pending
        } else {
            let connect = connect
            task = Task(executorPreference: executor) { try await connect() }
            pending = task
        }
        do {
            return try await task.value
        } catch {
            if pending == task { pending = nil }
            throw error
        }
    }
}
