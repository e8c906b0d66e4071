import ChimeIdentity
import Foundation
import Testing

@Suite("Moments are read in all three forms that the service may use")
struct TimestampTests {
    private func read(_ json: String) throws -> TimeInterval {
        try JSONDecoder().decode(Timestamp.self, from: Data(json.utf8)).date.timeIntervalSince1970
    }

    @Test(
        "seconds, milliseconds and ISO 8601",
        arguments: [
            ("1767517920", 1_767_517_920), ("1767517920.25", 1_767_517_920.25),
            ("1.76751792E9", 1_767_517_920),
            ("1767517920250", 1_767_517_920.25), ("0", 0), ("-1", -1),
            (#""2026-01-04T09:12:00Z""#, 1_767_517_920), (#""2026-01-04T09:12:00.250Z""#, 1_767_517_920.25),
            (#""2026-01-04T10:12:00+01:00""#, 1_767_517_920),
            (#""2026-01-04T10:12:00.25+01:00""#, 1_767_517_920.25),
        ])
    func forms(json: String, seconds: TimeInterval) throws {
        #expect(abs(try read(json) - seconds) < 0.0005)
    }

    @Test("what is no moment is refused", arguments: [#""yesterday""#, #""""#, "true", "[]", "{}"])
    func refused(json: String) {
        #expect(throws: DecodingError.self) { try read(json) }
    }

    @Test("numbers beyond all calendars stop at their ends", arguments: [("1e300", 9999), ("-1e300", 1)])
    func bounds(json: String, year: Int) throws {
        let timestamp = try JSONDecoder().decode(Timestamp.self, from: Data(json.utf8))

        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        #expect(calendar.component(.year, from: timestamp.date) == year)
        #expect(Int(exactly: (timestamp.date.timeIntervalSince1970 * 1000).rounded()) != nil)
    }

    @Test("seconds are written, in whole milliseconds")
    func writing() throws {
        let timestamp = Timestamp(Date(timeIntervalSince1970: 1_767_517_920.250_4))

        #expect(try String(decoding: JSONEncoder().encode(timestamp), as: UTF8.self) == "1767517920.25")
    }

    @Test("for people and scripts a moment is written as text, which can be read again")
    func writingText() throws {
        let timestamp = Timestamp(Date(timeIntervalSince1970: 1_767_517_920.25))
        let encoder = JSONEncoder()
        encoder.userInfo[try #require(Timestamp.writesText)] = true

        let json = try encoder.encode(timestamp)

        #expect(String(decoding: json, as: UTF8.self) == #""2026-01-04T09:12:00.250Z""#)
        #expect(try JSONDecoder().decode(Timestamp.self, from: json) == timestamp)
    }

    @Test("no millisecond is lost in the text")
    func everyMillisecond() {
        let wrong = (0..<1000).filter { millisecond in
            let date = Date(timeIntervalSince1970: 1_767_517_920 + Double(millisecond) / 1000)
            let digits = String(1000 + millisecond).dropFirst()
            return Timestamp(date).text != "2026-01-04T09:12:00.\(digits)Z"
        }

        #expect(wrong == [])
    }

    @Test("moments have an order")
    func order() {
        #expect(Timestamp(.distantPast) < Timestamp(.distantFuture))
    }
}
