import Synchronization

/// Decides what goes wrong with each request, by a plan that can be changed at any time.
public final class FaultInjector: Sendable {
    private struct State {
        var plan: FaultPlan
        var seed: UInt64
        var requests: UInt64 = 0
        var played: [Fault.Kind: Int] = [:]
    }

    private let state: Mutex<State>

    /// An injector that starts with a plan.
    ///
    /// - Parameter seed: The same seed makes the same things go wrong with the same requests in the same order.
    public init(_ plan: FaultPlan = .none, seed: UInt64 = .random(in: 0...UInt64(UInt32.max))) {
        state = Mutex(State(plan: plan, seed: seed))
    }

    /// What is planned, and what has come of it.
    struct Report: Sendable, Equatable {
        let plan: FaultPlan
        let seed: UInt64
        /// How many requests were looked at since the plan was made.
        let requests: UInt64
        /// How often each fault was played.
        let played: [Fault.Kind: Int]
    }

    /// What the dice start from.
    public var seed: UInt64 { state.withLock { $0.seed } }

    /// The report of this moment.
    var report: Report {
        state.withLock { Report(plan: $0.plan, seed: $0.seed, requests: $0.requests, played: $0.played) }
    }

    /// Starts over with another plan.
    ///
    /// - Parameter seed: Nil keeps the one there is.
    func follow(_ plan: FaultPlan, seed: UInt64?) {
        state.withLock { $0 = State(plan: plan, seed: seed ?? $0.seed) }
    }

    /// What goes wrong with the next request.
    func mishap(of operation: String) -> Mishap {
        state.withLock { state in
            guard !state.plan.isEmpty else { return Mishap() }
            var dice = SeededDice(seed: state.seed, turn: state.requests)
            state.requests += 1
            let (mishap, played) = Self.mishap(state.plan.faults(of: operation), &dice)
            for kind in played { state.played[kind, default: 0] += 1 }
            return mishap
        }
    }

    /// Rolls for every fault, whether or not one before it has settled the matter: what another chance decides must not
    /// depend on this one.
    private static func mishap(_ faults: [Fault], _ dice: inout SeededDice) -> (Mishap, [Fault.Kind]) {
        var mishap = Mishap()
        var played: [Fault.Kind] = []
        func settle(_ kind: Fault.Kind, _ ending: Mishap.Ending) {
            guard mishap.ending == .delivered(.whole) else { return }
            mishap.ending = ending
            played.append(kind)
        }
        for fault in faults {
            let roll = dice.roll()
            switch fault {
            case .throttle(let chance) where roll < chance:
                settle(.throttle, .refused(.throttled))
            case .error(let chance) where roll < chance:
                settle(
                    .error,
                    .refused(ServiceFault(.serviceFailure, "The service fails because it was told to.")))
            case .drop(let chance) where roll < chance:
                settle(.drop, roll < chance / 2 ? .lostBefore : .delivered(.dropped))
            case .truncate(let chance) where roll < chance:
                settle(.truncate, .delivered(.truncated))
            case .latency(let latency):
                mishap.delay = latency.delay(at: roll)
                played.append(.latency)
            case .slow(let rate):
                settle(.slow, .delivered(.slow(bytesPerSecond: rate.bytesPerSecond)))
            case .throttle, .error, .drop, .truncate: break
            }
        }
        return (mishap, played)
    }
}
