import Foundation
import Testing

@testable import AWSClient

@Suite("A clock that is wrong")
struct ClockSkewTests {
    private let now = Date(timeIntervalSince1970: 784_111_777)
    private let refusal = ServiceError(code: "RequestTimeTooSkewed", message: "", status: 403, requestId: nil)

    @Test("is corrected for every request that was under way when it was noticed")
    func together() {
        let skew = ClockSkew()
        let headers: HTTPHeaders = ["Date": "Sun, 06 Nov 1994 09:49:37 GMT"]
        #expect(skew.learn(from: refusal, headers: headers, signed: now, now: now))
        #expect(skew.learn(from: refusal, headers: headers, signed: now, now: now))
        #expect(skew.correct(now) == now + 3600)
        #expect(!skew.learn(from: refusal, headers: headers, signed: skew.correct(now), now: now))
    }

    @Test(
        "is not what a small difference, another error or a missing date means",
        arguments: [
            ("RequestTimeTooSkewed", "Sun, 06 Nov 1994 08:53:00 GMT"),
            ("ForbiddenException", "Sun, 06 Nov 1994 09:49:37 GMT"),
            ("RequestTimeTooSkewed", "yesterday"),
        ])
    func other(code: String, date: String) {
        let skew = ClockSkew()
        let error = ServiceError(code: code, message: "", status: 403, requestId: nil)
        #expect(!skew.learn(from: error, headers: ["Date": date], signed: now, now: now))
        #expect(skew.correct(now) == now)
    }
}
