import Testing

@testable import LocalIdentity

@Suite("Faults")
struct FaultInjectorTests {
    private func mishaps(_ plan: String, seed: UInt64, count: Int = 2000) throws -> [Mishap] {
        let injector = FaultInjector(try FaultPlan(plan), seed: seed)
        return (0..<count).map { _ in injector.mishap(of: "TagResource") }
    }

    @Test("are the same for the same seed, and others for another")
    func seeds() throws {
        let plan = "throttle=0.2,error=0.2,drop=0.2,truncate=0.2,latency=200ms±50"

        #expect(try mishaps(plan, seed: 7) == mishaps(plan, seed: 7))
        #expect(try mishaps(plan, seed: 7) != mishaps(plan, seed: 8))
    }

    @Test("happen as often as they are asked for", arguments: [0.0, 0.05, 0.5, 1.0])
    func chances(chance: Double) throws {
        let refused = try mishaps("error=\(chance)", seed: 1, count: 10_000).filter {
            if case .refused = $0.ending { true } else { false }
        }

        // Five standard deviations.
        let spread = 5 * (10_000 * chance * (1 - chance)).squareRoot()
        #expect(abs(Double(refused.count) - 10_000 * chance) <= spread)
    }

    @Test("do not change where another is asked for besides")
    func independence() throws {
        func throttled(_ plan: String) throws -> [Int] {
            try mishaps(plan, seed: 3).enumerated()
                .filter { $0.element.ending == .refused(.throttled) }.map(\.offset)
        }

        #expect(try throttled("throttle=0.1") == throttled("throttle=0.1,latency=1ms,truncate=0.5"))
    }

    @Test("hold a delay within its spread")
    func latency() throws {
        let delays = try mishaps("latency=200ms±50", seed: 5).map(\.delay)

        #expect(delays.allSatisfy { (.milliseconds(150) ... .milliseconds(250)).contains($0) })
        #expect(delays.contains { $0 < .milliseconds(160) } && delays.contains { $0 > .milliseconds(240) })
    }

    @Test("are lost before the work half of the time, and behind it the other half")
    func drops() throws {
        let mishaps = try mishaps("drop=1", seed: 9)
        let before = mishaps.count { $0.ending == .lostBefore }

        #expect((850...1150).contains(before))
        #expect(mishaps.count { $0.ending == .delivered(.dropped) } == mishaps.count - before)
    }

    @Test("are counted, from the start again under another plan")
    func report() throws {
        let injector = FaultInjector(try FaultPlan("error=1,latency=1ms"), seed: 4)
        for _ in 0..<3 { _ = injector.mishap(of: "TagResource") }
        #expect(injector.report.requests == 3)
        #expect(injector.report.played == [.error: 3, .latency: 3])

        injector.follow(.none, seed: nil)
        _ = injector.mishap(of: "TagResource")

        #expect(injector.report.seed == 4)
        #expect(injector.report.requests == 0)
        #expect(injector.report.played.isEmpty)
    }
}
