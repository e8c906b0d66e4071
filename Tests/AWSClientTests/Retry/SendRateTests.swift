import Foundation
import Testing

@testable import AWSClient

@Suite("The rate of sending in the adaptive mode")
struct SendRateTests {
    private struct Recording: Decodable {
        struct Step: Decodable {
            let at: Double
            let isThrottled: Bool
            let limit: Double
        }

        let start: Double
        let steps: [Step]
    }

    @Test("follows botocore's, answer by answer")
    func botocore() throws {
        let recording = try Fixture.load("send-rate", as: Recording.self)
        var rate = SendRate(at: recording.start)
        #expect(recording.steps.contains { $0.isThrottled })
        for step in recording.steps {
            rate.record(isThrottled: step.isThrottled, at: step.at)
            #expect(abs(rate.limit - step.limit) <= 1e-9 * step.limit, "at \(step.at)")
        }
    }

    @Test("has no limit before the first throttling")
    func unlimited() {
        var rate = SendRate(at: 0)
        for _ in 0..<100 { rate.record(isThrottled: false, at: 0.1) }
        #expect((0..<1000).allSatisfy { _ in rate.reserve(at: 0.1) == 0 })
    }

    @Test("makes requests wait for each other once it is limited")
    func limited() {
        var rate = SendRate(at: 0)
        rate.record(isThrottled: true, at: 0)
        #expect(rate.limit == 0.5)
        let waits = (0..<3).map { _ in rate.reserve(at: 0) }
        #expect(waits == [2, 4, 6])
        #expect(rate.reserve(at: 8) == 0)
    }

    @Test("is not upset by a clock that goes back")
    func clockGoesBack() {
        var rate = SendRate(at: 100)
        rate.record(isThrottled: true, at: 100)
        #expect(rate.reserve(at: 100) == 2)
        #expect(rate.reserve(at: 50) == 4)
    }
}
