import AWSClient
import ChimeIdentity
import Foundation

/// Finds the operation of a request, by the same descriptors by which the client makes it, and reads its input.
struct OperationRouter {
    /// An operation with the input that came.
    struct Match {
        let descriptor: OperationDescriptor
        let members: [String: JSONValue]
    }

    private let operations: [OperationDescriptor]

    init(_ operations: [OperationDescriptor] = Operations.all) {
        self.operations = operations
    }

    /// The operation of a request, with its input checked by the model.
    ///
    /// - Throws: `ServiceFault` where there is none or the input breaks a rule.
    func match(_ request: IncomingRequest) throws(ServiceFault) -> Match {
        guard let query = request.query else {
            throw ServiceFault(.badRequest, "The query string is badly encoded.")
        }
        let segments = request.rawPath.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for descriptor in operations where descriptor.method.rawValue == request.method {
            guard let parameters = Self.parameters(of: descriptor.path, in: segments),
                descriptor.constantQuery.allSatisfy({ item in
                    query.contains { $0.name == item.name && $0.value == item.value }
                })
            else { continue }
            var members = try Self.bodyMembers(of: descriptor, request.body)
            for (name, raw) in parameters {
                guard let value = PercentEncoding.decode(raw) else {
                    throw ServiceFault(.badRequest, "\(name) is badly encoded.")
                }
                members[name] = .string(value)
            }
            for member in descriptor.input {
                guard case .query(let name) = member.location,
                    let text = query.last(where: { $0.name == name })?.value
                else { continue }
                members[member.name] = Self.value(of: text, for: member)
            }
            do {
                try descriptor.input.validate(members)
            } catch {
                throw ServiceFault(.badRequest, error.description)
            }
            return Match(descriptor: descriptor, members: members)
        }
        throw ServiceFault(
            type: "UnknownOperationException", status: 404,
            "No operation of Amazon Chime SDK Identity that is served here has this method and path.")
    }

    private static func parameters(of template: PathTemplate, in segments: ArraySlice<Substring>)
        -> [(name: String, raw: Substring)]?
    {
        guard template.segments.count == segments.count else { return nil }
        var parameters: [(name: String, raw: Substring)] = []
        for (segment, raw) in zip(template.segments, segments) {
            switch segment {
            case .literal(let text): guard raw == text else { return nil }
            case .parameter(let name):
                guard !raw.isEmpty else { return nil }
                parameters.append((name, raw))
            }
        }
        return parameters
    }

    private static func bodyMembers(of descriptor: OperationDescriptor, _ body: Data)
        throws(ServiceFault) -> [String: JSONValue]
    {
        let members = descriptor.bodyMembers
        guard !members.isEmpty, !body.isEmpty else { return [:] }
        // The client reads what is no UTF-8 leniently; a service does not guess at what it is to keep.
        guard String(validating: body, as: UTF8.self) != nil,
            case .object(let object)? = try? JSONValue(json: body)
        else {
            throw ServiceFault(.badRequest, "The body is no JSON object.")
        }
        return object.filter { entry in members.contains { $0.name == entry.key } && entry.value != .null }
    }

    /// A query value as its shape wants it; text that is no number fails the validation that follows.
    private static func value(of text: String, for member: Member) -> JSONValue {
        guard case .integer = member.shape, let number = Int(text) else { return .string(text) }
        return .integer(number)
    }
}
