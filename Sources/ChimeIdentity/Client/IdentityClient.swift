import AWSClient
import Foundation

/// The client of Amazon Chime SDK Identity.
public struct IdentityClient: Sendable {
    /// What a client may do.
    public enum Access: Sendable, Hashable {
        /// Every operation.
        case full
        /// Operations that change nothing; any other is refused before it is encoded.
        case readOnly
        /// The same, but what would be changed is checked and encoded first, and the refusal says what would have
        /// been sent.
        case rehearsal
    }

    /// What a client does, told to whoever keeps a record.
    public enum Event: Sendable {
        /// A request is about to be sent.
        case sending(OperationDescriptor)
        /// The service has done what was asked; the request's id, where it gave one.
        case succeeded(OperationDescriptor, requestId: String?)
    }

    private let service: ServiceClient
    private let access: Access
    private var report: @Sendable (Event) -> Void = { _ in }

    /// A client that sends through a service client.
    public init(service: ServiceClient, access: Access = .full) {
        self.service = service
        self.access = access
    }

    /// The same client, which tells what it does.
    public func reporting(to report: @escaping @Sendable (Event) -> Void) -> IdentityClient {
        var client = self
        client.report = report
        return client
    }

    /// Whose keys have signed the requests; see `ServiceClient.principal`.
    public func principal() async -> String? { await service.principal() }

    /// Carries out an operation.
    ///
    /// The input is checked by the operation's descriptor before anything is sent. A missing idempotency token is
    /// made up here, so that every attempt carries the same one.
    ///
    /// - Throws: `IdentityError`.
    public func perform<Input, Output>(_ operation: Operation<Input, Output>, _ input: Input)
        async throws(IdentityError) -> Output
    {
        let descriptor = operation.descriptor
        guard access != .readOnly || descriptor.isReadOnly else {
            throw .readOnly(operation: descriptor.name)
        }
        let request = try Self.request(for: descriptor, input)
        guard access != .rehearsal || descriptor.isReadOnly else {
            throw .rehearsed(
                operation: descriptor.name, request: "\(request.method.rawValue) \(request.path)")
        }
        let response: HTTPResponse
        report(.sending(descriptor))
        do {
            response = try await service.send(request)
        } catch {
            throw IdentityError(error, operation: descriptor.name)
        }
        report(.succeeded(descriptor, requestId: ServiceError.requestId(of: response)))
        return try Self.output(of: descriptor, in: response)
    }

    /// The output that a response carries. An empty body is an object without members, as in botocore.
    ///
    /// - Throws: `IdentityError.undecodableResponse`.
    static func output<Output: Decodable>(of descriptor: OperationDescriptor, in response: HTTPResponse)
        throws(IdentityError) -> Output
    {
        if let none = NoOutput() as? Output { return none }
        let body = response.body.isEmpty ? Data("{}".utf8) : response.body
        do {
            return try JSONDecoder().decode(Output.self, from: body)
        } catch {
            // Foundation refuses text with half a surrogate pair, such as a name that was cut in the middle of an
            // emoji; our own reader repairs it. One such name must not hide a whole page.
            if let repaired = try? JSONValue(json: body).decoded(as: Output.self) { return repaired }
            throw .undecodableResponse(
                operation: descriptor.name, requestId: ServiceError.requestId(of: response),
                reason: (error as? DecodingError)?.reason ?? "it cannot be read")
        }
    }

    /// The request of an operation, checked and with every member in its place.
    ///
    /// - Throws: `IdentityError.invalidInput`.
    static func request(for descriptor: OperationDescriptor, _ input: some Encodable)
        throws(IdentityError) -> ServiceRequest
    {
        var members = Self.members(of: input)
        for member in descriptor.input where member.isIdempotencyToken && members[member.name] == nil {
            members[member.name] = .string(UUID().uuidString)
        }
        do {
            try descriptor.input.validate(members)
        } catch {
            throw .invalidInput(error, operation: descriptor.name)
        }
        var query = descriptor.constantQuery
        var body: [String: JSONValue] = [:]
        for member in descriptor.input {
            guard let value = members[member.name] else { continue }
            switch member.location {
            case .path: break
            case .query(let name): query.append(QueryItem(name: name, value: value.text))
            case .body: body[member.name] = value
            }
        }
        let hasBody = !descriptor.bodyMembers.isEmpty
        return ServiceRequest(
            operation: descriptor.name, method: descriptor.method,
            path: descriptor.path.filled { members[$0]?.text ?? "" }, query: query,
            body: hasBody ? try? JSONValue.object(body).json() : nil,
            repeatability: descriptor.repeatability)
    }

    /// The members of an input that are there. Inputs are plain structures, which always encode.
    private static func members(of input: some Encodable) -> [String: JSONValue] {
        guard case .object(let members)? = try? JSONValue(encoding: input) else { return [:] }
        return members.filter { $0.value != .null }
    }
}

extension JSONValue {
    /// The value as it stands in a path or a query.
    fileprivate var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        default: ""
        }
    }
}

extension PathTemplate {
    /// The path with every parameter's value in its place, percent-encoded.
    func filled(_ value: (String) -> String) -> String {
        segments.map { segment in
            switch segment {
            case .literal(let text): "/\(text)"
            case .parameter(let name): "/\(PercentEncoding.encode(value(name)))"
            }
        }
        .joined()
    }
}

extension IdentityError {
    /// What an error of the floor below means for an operation.
    public init(_ error: any Error, operation: String) {
        switch error {
        case let error as IdentityError: self = error
        case let error as ServiceError: self = .service(error, operation: operation)
        case let error as TransportError: self = .transport(error)
        case let error as ConfigurationError: self = .configuration(error)
        case is CancellationError: self = .transport(.cancelled)
        default: self = .transport(.other("\(error)"))
        }
    }
}
