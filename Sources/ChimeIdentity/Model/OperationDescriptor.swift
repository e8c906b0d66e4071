import AWSClient

/// One operation of the service, as data: all that a client needs to build its request and a server to route it.
public struct OperationDescriptor: Sendable, Equatable {
    /// The model's name, such as `RegisterAppInstanceUserEndpoint`.
    public let name: String
    /// The HTTP method.
    public let method: HTTPMethod
    /// The path.
    public let path: PathTemplate
    /// Query items that belong to the operation itself, such as `operation=tag-resource`.
    public let constantQuery: [QueryItem]
    /// The members of the input, wherever they travel.
    public let input: [Member]
    /// The HTTP status of success.
    public let successStatus: Int
    /// The exceptions the model lists for the operation.
    public let errors: [ErrorKind]
    /// Whether a request whose answer was lost may be sent again.
    public let repeatability: Repeatability

    /// The input members that travel in the JSON body.
    public var bodyMembers: [Member] { input.filter { $0.location == .body } }

    /// Whether the operation only reads. `--read-only` lets these pass and no others.
    public var isReadOnly: Bool { method == .get }

    /// The exceptions that every operation of the service can raise.
    static let commonErrors: [ErrorKind] = [
        .badRequest, .forbidden, .unauthorizedClient, .throttledClient, .serviceFailure, .serviceUnavailable,
    ]

    /// Describes an operation. `errors` lists the exceptions the model names beyond those that all have in common.
    init(
        _ name: String, _ method: HTTPMethod, _ path: PathTemplate, constantQuery: [QueryItem] = [],
        input: [Member], successStatus: Int, errors: [ErrorKind] = [], repeatability: Repeatability
    ) {
        self.name = name
        self.method = method
        self.path = path
        self.constantQuery = constantQuery
        self.input = input
        self.successStatus = successStatus
        self.errors = Self.commonErrors + errors
        self.repeatability = repeatability
    }
}
