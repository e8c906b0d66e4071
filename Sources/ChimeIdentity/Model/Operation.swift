/// An operation with the types of its input and output.
///
/// The types are for the caller; everything that decides what goes over the wire is in `descriptor`.
public struct Operation<Input: Codable & Sendable, Output: Codable & Sendable>: Sendable {
    /// The operation as data.
    public let descriptor: OperationDescriptor

    /// Binds a descriptor to the types of its input and output.
    init(_ descriptor: OperationDescriptor) {
        self.descriptor = descriptor
    }
}

/// The output of operations that answer 204 with no body.
public struct NoOutput: Codable, Sendable, Equatable {
    /// The only value.
    public init() {}
}

/// The operations of the service. Each is declared in a file of its own.
public enum Operations {
    /// Every operation that Carillon speaks, in the order of the service model.
    public static let all: [OperationDescriptor] = [
        createAppInstance.descriptor, createAppInstanceUser.descriptor,
        deleteAppInstance.descriptor, deleteAppInstanceUser.descriptor,
        deregisterAppInstanceUserEndpoint.descriptor,
        describeAppInstance.descriptor, describeAppInstanceUser.descriptor,
        describeAppInstanceUserEndpoint.descriptor,
        listAppInstanceUserEndpoints.descriptor, listAppInstanceUsers.descriptor,
        listAppInstances.descriptor, listTagsForResource.descriptor,
        registerAppInstanceUserEndpoint.descriptor,
        tagResource.descriptor, untagResource.descriptor,
        updateAppInstance.descriptor, updateAppInstanceUser.descriptor,
        updateAppInstanceUserEndpoint.descriptor,
    ]
}
