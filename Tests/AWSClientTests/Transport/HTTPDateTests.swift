import AWSClient
import Foundation
import Testing

@Suite("Dates in header fields")
struct HTTPDateTests {
    @Test(
        "are read",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0),
            ("Tue, 29 Feb 2028 00:00:00 GMT", 1_835_395_200),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
        ])
    func reads(text: String, epoch: Double) {
        #expect(HTTPDate.parse(text)?.timeIntervalSince1970 == epoch)
        #expect(HTTPDate.text(Date(timeIntervalSince1970: epoch + 0.9)) == text)
    }

    @Test(
        "are refused in any other form",
        arguments: [
            "", "now", "1994-11-06T08:49:37Z", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun, 31 Feb 2027 08:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        ])
    func malformed(text: String) {
        #expect(HTTPDate.parse(text) == nil)
    }
}
