import ChimeIdentity
import Foundation

/// The handler of every operation.
struct HandlerTable: Sendable {
    private typealias Handler = @Sendable ([String: JSONValue]) async throws -> Data?
    private let handlers: [String: Handler]

    init(_ context: HandlerContext) {
        var handlers: [String: Handler] = [:]
        func on<Input, Output>(
            _ operation: ChimeIdentity.Operation<Input, Output>,
            _ handle: @escaping @Sendable (Input) async throws -> Output
        ) {
            handlers[operation.descriptor.name] = { members in
                let output = try await handle(JSONValue.object(members).decoded(as: Input.self))
                return output is NoOutput ? nil : try Data(WireEncoder.json(output))
            }
        }
        func on<Input, Output: WireWritable>(
            _ operation: ChimeIdentity.Operation<Input, Output>,
            _ handle: @escaping @Sendable (Input) async throws -> Output
        ) {
            handlers[operation.descriptor.name] = { members in
                try await Data(handle(JSONValue.object(members).decoded(as: Input.self)).wireText)
            }
        }
        on(Operations.createAppInstance, context.createAppInstance)
        on(Operations.describeAppInstance, context.describeAppInstance)
        on(Operations.updateAppInstance, context.updateAppInstance)
        on(Operations.deleteAppInstance, context.deleteAppInstance)
        on(Operations.listAppInstances, context.listAppInstances)
        on(Operations.createAppInstanceUser, context.createAppInstanceUser)
        on(Operations.describeAppInstanceUser, context.describeAppInstanceUser)
        on(Operations.updateAppInstanceUser, context.updateAppInstanceUser)
        on(Operations.deleteAppInstanceUser, context.deleteAppInstanceUser)
        on(Operations.listAppInstanceUsers, context.listAppInstanceUsers)
        on(Operations.registerAppInstanceUserEndpoint, context.registerEndpoint)
        on(Operations.describeAppInstanceUserEndpoint, context.describeEndpoint)
        on(Operations.updateAppInstanceUserEndpoint, context.updateEndpoint)
        on(Operations.deregisterAppInstanceUserEndpoint, context.deregisterEndpoint)
        on(Operations.listAppInstanceUserEndpoints, context.listEndpoints)
        on(Operations.tagResource, context.tagResource)
        on(Operations.untagResource, context.untagResource)
        on(Operations.listTagsForResource, context.listTagsForResource)
        self.handlers = handlers
    }

    /// Carries out an operation.
    ///
    /// - Returns: The body of the answer; nil for none.
    func handle(_ match: OperationRouter.Match) async throws -> Data? {
        guard let handler = handlers[match.descriptor.name] else {
            throw ServiceFault(.serviceUnavailable, "This operation is not served here.")
        }
        return try await handler(match.members)
    }
}
