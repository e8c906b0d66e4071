import Testing

@testable import LocalIdentity

@Suite("A plan of faults")
struct FaultPlanTests {
    @Test(
        "is told as it can be asked for again",
        arguments: [
            (
                "throttle=0.1,error=0.05,latency=200ms±50,drop=0.02,truncate=0.01,slow=1kB/s",
                "throttle=0.1,error=0.05,drop=0.02,truncate=0.01,latency=200ms±50,slow=1kB/s"
            ),
            ("ListAppInstanceUserEndpoints:error=1", "ListAppInstanceUserEndpoints:error=1.0"),
            ("TagResource:drop=1,throttle=0", "throttle=0.0,TagResource:drop=1.0"),
            ("latency=1.5s+-500ms", "latency=1500ms±500"), ("latency=2s±1", "latency=2000ms±1000"),
            ("latency=0ms", "latency=0ms"), ("slow=1500B/s", "slow=1500B/s"),
            ("slow=2.5kB/s", "slow=2500B/s"),
            ("slow=0.1B/s", "slow=1B/s"), ("error=0.1,error=0.9", "error=0.9"), ("", ""), (",,", ""),
        ])
    func roundTrip(text: String, told: String) throws {
        let plan = try FaultPlan(text)

        #expect(plan.description == told)
        #expect(try FaultPlan(told).description == told)
    }

    @Test(
        "that cannot be read is refused with what is wrong",
        arguments: [
            ("error", "has no value"), ("error=", "cannot be ''"), ("error=1.1", "cannot be '1.1'"),
            ("error=-0.1", "cannot be"), ("error=nan", "cannot be"), ("error=1%", "cannot be"),
            ("eror=1", "no fault 'eror'"), ("error =1", "no fault 'error '"),
            ("ListEndpoints:error=1", "no operation 'ListEndpoints'"), (":error=1", "no operation ''"),
            ("latency=50ms±100", "latency=200ms±50"), ("latency=-1ms", "cannot be"),
            ("latency=1", "cannot be"),
            ("latency=1h", "cannot be"), ("latency=700s", "cannot be"), ("slow=0B/s", "slow=1kB/s"),
            ("slow=1kb/s", "cannot be"), ("slow=fast", "cannot be"),
        ])
    func malformed(text: String, problem: String) {
        #expect {
            try FaultPlan(text)
        } throws: { error in
            "\(error)".contains(problem)
        }
    }

    @Test("for an operation goes before the one for all")
    func precedence() throws {
        let plan = try FaultPlan("error=0.1,TagResource:error=0.9,drop=0.5")

        #expect(plan.faults(of: "TagResource") == [.error(0.9), .drop(0.5)])
        #expect(plan.faults(of: "UntagResource") == [.error(0.1), .drop(0.5)])
    }
}
