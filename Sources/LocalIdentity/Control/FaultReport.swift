import ChimeIdentity

/// The faults as `/_carillon/faults` tells and takes them.
struct FaultReport: Codable, Equatable {
    /// The plan, as `--fault` takes it; empty for none.
    let faults: String
    /// What the dice start from. Nil in a request keeps what is.
    let seed: UInt64?
    /// How many requests the plan has been applied to.
    let requests: UInt64?
    /// How often each fault was played.
    let played: [String: Int]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case faults = "Faults"
        case seed = "Seed"
        case requests = "Requests"
        case played = "Played"
    }

    /// The report of an injector.
    init(_ report: FaultInjector.Report) {
        faults = report.plan.description
        seed = report.seed
        requests = report.requests
        played = Dictionary(uniqueKeysWithValues: report.played.map { ($0.key.rawValue, $0.value) })
    }
}
