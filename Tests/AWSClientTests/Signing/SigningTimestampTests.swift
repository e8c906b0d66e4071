import AWSClient
import Foundation
import Testing

@Suite("The moment of a signature")
struct SigningTimestampTests {
    static let moments: [(String, Double)] = [
        ("19700101T000000Z", 0), ("20150830T123600Z", 1_440_938_160), ("20000229T235959Z", 951_868_799),
        ("20280301T000000Z", 1_835_481_600), ("19691231T235959Z", -1), ("99991231T235959Z", 253_402_300_799),
    ]

    @Test("is written and read", arguments: moments)
    func bothWays(text: String, epoch: Double) {
        #expect(SigningTimestamp(Date(timeIntervalSince1970: epoch)).text == text)
        #expect(SigningTimestamp(text)?.date.timeIntervalSince1970 == epoch)
    }

    @Test("has whole seconds, rounded down")
    func fraction() {
        #expect(SigningTimestamp(Date(timeIntervalSince1970: 0.999)).text == "19700101T000000Z")
        #expect(SigningTimestamp(Date(timeIntervalSince1970: -0.001)).text == "19691231T235959Z")
    }

    @Test(
        "is refused in any other form",
        arguments: [
            "", "20150830", "2015-08-30T12:36:00Z", "20150830T123600", "20150830t123600Z", "20150830T123600z",
            "20151330T123600Z", "20150231T123600Z", "20150830T243600Z", "20150830T126000Z",
            "20150830T123660Z",
            "+2150830T123600Z", "2015083 T123600Z", "２０１５0830T123600Z",
        ])
    func malformed(text: String) {
        #expect(SigningTimestamp(text) == nil)
    }
}
