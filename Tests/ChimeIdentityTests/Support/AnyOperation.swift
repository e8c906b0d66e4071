import ChimeIdentity
import Testing

/// An operation whose input and output are JSON, for tests that go through all of them.
struct AnyOperation: Sendable, CustomTestStringConvertible {
    let descriptor: OperationDescriptor
    let perform: @Sendable (IdentityClient, JSONValue) async throws -> JSONValue

    var testDescription: String { descriptor.name }

    private init<Input, Output>(_ operation: ChimeIdentity.Operation<Input, Output>) {
        descriptor = operation.descriptor
        perform = { client, input in
            try await JSONValue(
                encoding: client.perform(operation, input.decoded(as: Input.self)))
        }
    }

    /// The operation of a name.
    static func named(_ name: String) -> AnyOperation? { all.first { $0.descriptor.name == name } }

    static let all: [AnyOperation] = [
        AnyOperation(Operations.createAppInstance),
        AnyOperation(Operations.createAppInstanceUser),
        AnyOperation(Operations.deleteAppInstance),
        AnyOperation(Operations.deleteAppInstanceUser),
        AnyOperation(Operations.deregisterAppInstanceUserEndpoint),
        AnyOperation(Operations.describeAppInstance),
        AnyOperation(Operations.describeAppInstanceUser),
        AnyOperation(Operations.describeAppInstanceUserEndpoint),
        AnyOperation(Operations.listAppInstanceUserEndpoints),
        AnyOperation(Operations.listAppInstanceUsers),
        AnyOperation(Operations.listAppInstances),
        AnyOperation(Operations.listTagsForResource),
        AnyOperation(Operations.registerAppInstanceUserEndpoint),
        AnyOperation(Operations.tagResource),
        AnyOperation(Operations.untagResource),
        AnyOperation(Operations.updateAppInstance),
        AnyOperation(Operations.updateAppInstanceUser),
        AnyOperation(Operations.updateAppInstanceUserEndpoint),
    ]
}
