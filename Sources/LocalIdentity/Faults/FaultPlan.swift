import ChimeIdentity

/// Which faults are played, for all operations and for single ones.
public struct FaultPlan: Sendable, Equatable, CustomStringConvertible {
    /// A text that is no plan, and what to write instead.
    public struct Malformed: Error, CustomStringConvertible {
        /// One sentence for a person.
        public let description: String
    }

    /// What a fault is for: an operation, or all where there is no name.
    private struct Place: Hashable {
        let operation: String?
        let kind: Fault.Kind
    }

    private var faults: [Place: Fault] = [:]

    /// Nothing goes wrong.
    public static let none = FaultPlan()

    private init() {}

    /// Reads `throttle=0.1,latency=200ms±50,ListAppInstanceUserEndpoints:error=1`; an empty text is no fault.
    ///
    /// A fault with the name of an operation before it is for that alone, and takes the place of the one for all.
    /// Where a fault is named twice, the last counts.
    /// - Throws: `Malformed`.
    public init(_ text: some StringProtocol) throws(Malformed) {
        for entry in Substring(text).split(separator: ",") {
            let trimmed = entry.drop { $0 == " " }
            let blanks = trimmed.reversed().prefix { $0 == " " }.count
            let (place, fault) = try Self.read(trimmed.dropLast(blanks))
            faults[place] = fault
        }
    }

    /// Whether nothing goes wrong.
    public var isEmpty: Bool { faults.isEmpty }

    /// What can go wrong with an operation.
    func faults(of operation: String) -> [Fault] {
        Fault.Kind.allCases.compactMap { kind in
            faults[Place(operation: operation, kind: kind)] ?? faults[Place(operation: nil, kind: kind)]
        }
    }

    /// The plan as it can be asked for again.
    public var description: String {
        let operations = Set(faults.keys.compactMap(\.operation)).sorted()
        return ([nil] + operations).flatMap { operation in
            Fault.Kind.allCases.compactMap { kind in
                faults[Place(operation: operation, kind: kind)].map {
                    "\(operation.map { "\($0):" } ?? "")\(kind.rawValue)=\($0.value)"
                }
            }
        }.joined(separator: ",")
    }

    private static func read(_ entry: Substring) throws(Malformed) -> (Place, Fault) {
        let name = entry.prefix { $0 != "=" }
        guard name.count < entry.count else {
            throw Malformed(description: "The fault '\(entry)' has no value; write it as throttle=0.1.")
        }
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let operation = parts.count == 2 ? String(parts[0]) : nil
        if let operation, !Operations.all.contains(where: { $0.name == operation }) {
            throw Malformed(
                description: "There is no operation '\(operation)' here; name one as "
                    + "ListAppInstanceUserEndpoints:error=1.")
        }
        guard let kind = Fault.Kind(rawValue: String(parts[parts.count - 1])) else {
            let known = Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Malformed(description: "There is no fault '\(parts[parts.count - 1])'; there are \(known).")
        }
        let value = entry.dropFirst(name.count + 1)
        guard let fault = Fault(kind, value) else {
            throw Malformed(
                description: "The fault \(kind) cannot be '\(value)'; write it as \(kind.example).")
        }
        return (Place(operation: operation, kind: kind), fault)
    }
}

extension Fault.Kind {
    /// How it is written, for who has written something else.
    fileprivate var example: String {
        switch self {
        case .throttle, .error, .drop, .truncate: "\(rawValue)=0.1, a chance from 0 to 1"
        case .latency: "latency=200ms±50, with a spread no larger than the mean"
        case .slow: "slow=1kB/s"
        }
    }
}
