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
    private var choice = SessionChoice()
    private var pending: Task<Connection, any Error>?

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
    func choose(_ name: String, for part: SessionChoice.Part) {
        choice.choose(name, for: part)
        pending = nil
    }

    /// The connection; all callers share one attempt.
    ///
    /// - Throws: What `connect` throws.
    public func connection() async throws -> Connection {
        let task: Task<Connection, any Error>
        if let pending {
            task = pending
        } else {
            let (connect, choice) = (connect, choice)
            task = Task(executorPreference: executor) { try await connect(choice) }
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
