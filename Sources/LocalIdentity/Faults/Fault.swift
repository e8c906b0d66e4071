/// Something that goes wrong on request. Chances are from 0, never, to 1, always.
enum Fault: Sendable, Equatable {
    /// The chance that a request is refused with 429 ThrottledClientException.
    case throttle(Double)
    /// The chance that a request fails with 500 ServiceFailureException, with nothing done.
    case error(Double)
    /// The chance that the connection closes without an answer: half of the time before the request is carried out,
    /// half of the time after.
    case drop(Double)
    /// The chance that the connection closes in the middle of the answer, with everything done.
    case truncate(Double)
    /// How long every answer is held back.
    case latency(Latency)
    /// How fast the body of every answer goes out.
    case slow(ByteRate)

    /// The names that faults are asked for by, in the order in which they are told.
    enum Kind: String, CaseIterable, Sendable {
        case throttle, error, drop, truncate, latency, slow
    }

    /// Which fault it is.
    var kind: Kind {
        switch self {
        case .throttle: .throttle
        case .error: .error
        case .drop: .drop
        case .truncate: .truncate
        case .latency: .latency
        case .slow: .slow
        }
    }

    /// The value as it is asked for.
    var value: String {
        switch self {
        case .throttle(let chance), .error(let chance), .drop(let chance), .truncate(let chance): "\(chance)"
        case .latency(let latency): latency.description
        case .slow(let rate): rate.description
        }
    }

    /// A fault of the given kind and value; nil where the value is none.
    init?(_ kind: Kind, _ value: Substring) {
        switch kind {
        case .throttle: self.init(chance: value, Fault.throttle)
        case .error: self.init(chance: value, Fault.error)
        case .drop: self.init(chance: value, Fault.drop)
        case .truncate: self.init(chance: value, Fault.truncate)
        case .latency:
            guard let latency = Latency(value) else { return nil }
            self = .latency(latency)
        case .slow:
            guard let rate = ByteRate(value) else { return nil }
            self = .slow(rate)
        }
    }

    private init?(chance text: Substring, _ make: (Double) -> Fault) {
        guard let chance = Double(text), (0...1).contains(chance) else { return nil }
        self = make(chance)
    }
}
