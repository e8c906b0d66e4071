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

    /// What can be chosen.
    public typealias Options = @Sendable (SessionChoice.Part) async throws -> [SessionOption]

    // An unstructured task would run on a global queue; see `DispatchTimer`.
    private let executor = DispatchQueueExecutor(queue: DispatchQueue(label: "carillon.connection"))
    private let readOptions: Options
    private let connect: @Sendable (SessionChoice) async throws -> Connection
    /// Made at once, so that whatever is asked for next goes to what was chosen.
    private nonisolated let choice = Mutex((value: SessionChoice(), number: 0))
    private var pending: (number: Int, task: Task<Connection, any Error>)?

    /// - Parameters:
    ///   - options: Finds out what can be chosen. Called off the main thread.
    ///   - connect: Finds out configuration and credentials. Called off the main thread.
    public init(
        options: @escaping Options = { _ in [] },
        connect: @escaping @Sendable (SessionChoice) async throws -> Connection
    ) {
        readOptions = options
        self.connect = connect
    }

    /// What can be chosen.
    ///
    /// - Throws: What `options` throws.
    func options(_ part: SessionChoice.Part) async throws -> [SessionOption] {
        try await readOptions(part)
    }

    /// Goes on with another profile or region; the next use finds everything out again.
    nonisolated func choose(_ name: String, for part: SessionChoice.Part) {
        choice.withLock { choice in
            choice.value.choose(name, for: part)
            choice.number += 1
        }
    }

    /// The connection, where there is one; none is made for it.
    var established: Connection? {
        get async { try? await pending?.task.value }
    }

    /// The client of the connection.
    var client: IdentityClient {
        get async throws { try await connection().client }
    }

    /// The connection; all callers share one attempt.
    ///
    /// - Throws: What `connect` throws.
    public func connection() async throws -> Connection {
        let (choice, number) = choice.withLock { $0 }
        let task: Task<Connection, any Error>
        if let pending, pending.number == number {
            task = pending.task
        } else {
            let connect = connect
            task = Task(executorPreference: executor) { try await connect(choice) }
            pending = (number, task)
        }
        do {
            return try await task.value
        } catch {
            if pending?.task == task { pending = nil }
            throw error
        }
    }
}
