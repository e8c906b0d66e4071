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

    /// What operations have to have in common with a request to be looked at: its method and its number of segments.
    private struct Kind: Hashable {
        let method: String
        let segmentCount: Int
    }

    private let operations: [Kind: [OperationDescriptor]]

    init(_ operations: [OperationDescriptor] = Operations.all) {
        self.operations = Dictionary(grouping: operations) {
            Kind(method: $0.method.rawValue, segmentCount: $0.path.segments.count)
        }
    }

    /// The operation of a request, with its input checked by the model.
    ///
    /// - Throws: `ServiceFault` where there is none or the input breaks a rule.
    func match(_ request: IncomingRequest) throws(ServiceFault) -> Match {
        guard let query = request.query else {
            throw ServiceFault(.badRequest, "The query string is badly encoded.")
        }
        let segments = request.rawPath.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        )
        .dropFirst().map { Substring($0) }
        for descriptor in operations[Kind(method: request.method, segmentCount: segments.count)] ?? [] {
            guard let parameters = Self.parameters(of: descriptor.path, in: segments),
                descriptor.constantQuery.allSatisfy({ item in
                    query.contains { $0.name == item.name && $0.value == item.value }
                })
            else { continue }
            var members = try Self.bodyMembers(of: descriptor, request)
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
            // Texts end there in SQLite: it would be about something else.
            if let name = descriptor.input.first(where: { members[$0.name]?.holdsNUL ?? false })?.name {
                throw ServiceFault(.badRequest, "\(name) holds a NUL, which this service cannot keep.")
            }
            return Match(descriptor: descriptor, members: members)
        }
        throw ServiceFault(
            type: "UnknownOperationException", status: 404,
            "No operation of Amazon Chime SDK Identity that is served here has this method and path.")
    }

    private static func parameters(of template: PathTemplate, in segments: [Substring])
        -> [(name: String, raw: Substring)]?
    {
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

    private static func bodyMembers(of descriptor: OperationDescriptor, _ request: IncomingRequest)
        throws(ServiceFault) -> [String: JSONValue]
    {
        let members = descriptor.bodyMembers
        guard !members.isEmpty, !request.body.isEmpty else { return [:] }
        // Source: Smithy, restJson1 protocol tests, malformed content types.
        guard request.mediaType ?? "application/json" == "application/json" else {
            throw ServiceFault(
                type: "UnsupportedMediaTypeException", status: 415,
                "The Content-Type has to be application/json.")
        }
        // The client reads leniently; a service does not guess at what it is to keep.
        guard case .object(let object)? = try? JSONValue(json: request.body, rules: .strict) else {
            throw ServiceFault(
                .badRequest, "The body is no JSON object in UTF-8, or it names a member twice.")
        }
        return object.filter { entry in members.contains { $0.name == entry.key } && entry.value != .null }
    }

    /// A query value as its shape wants it; text that is no number fails the validation that follows.
    private static func value(of text: String, for member: Member) -> JSONValue {
        guard case .integer = member.shape, let number = Int(text) else { return .string(text) }
        return .integer(number)
    }
}

extension JSONValue {
    /// Whether a text in it holds U+0000.
    fileprivate var holdsNUL: Bool {
        switch self {
        case .string(let text): text.utf8.contains(0)
        case .array(let elements): elements.contains { $0.holdsNUL }
        case .object(let members): members.values.contains { $0.holdsNUL }
        case .integer, .number, .bool, .null: false
        }
    }
}
