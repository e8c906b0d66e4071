import AWSClient
import Foundation
import Testing

@Suite("A canonical request")
struct CanonicalRequestTests {
    private func lines(path: String = "/", query: String = "", headers: [(name: String, value: String)] = [])
        -> [String]
    {
        CanonicalRequest(
            method: "GET", rawPath: path, rawQuery: query, headers: headers, payloadHash: "HASH"
        ).text.components(separatedBy: "\n")
    }

    @Test("encodes the path a second time")
    func path() {
        #expect(lines(path: "/a%3Ab/c:d")[1] == "/a%253Ab/c%3Ad")
    }

    @Test("has a slash where there is no path", arguments: ["", "/", "/.", "//"])
    func noPath(path: String) {
        #expect(lines(path: path)[1] == "/")
    }

    @Test(
        "treats what senders encode differently as the same",
        arguments: [
            "arn=a%3Ab%2Fc", "arn=a:b/c", "arn=a%3ab%2fc", "%61rn=a:b/c",
        ])
    func query(query: String) {
        #expect(lines(query: query)[2] == "arn=a%3Ab%2Fc")
    }

    @Test("keeps the value of bytes that are no UTF-8 and of lone percent signs")
    func strangeQuery() {
        #expect(lines(query: "a=%ff%FE&b=100%&c=%zz&d=%4")[2] == "a=%FF%FE&b=100%25&c=%25zz&d=%254")
    }

    @Test("splits the query by bytes, as its reader does")
    func combiningMarks() {
        #expect(lines(query: "b=1&\u{301}a=2")[2] == "%CC%81a=2&b=1")
        #expect(lines(query: "b=\u{301}&a")[2] == "a=&b=%CC%81")
    }

    @Test("does not take a plus for a blank")
    func plus() {
        #expect(lines(query: "a=b+c")[2] == "a=b%2Bc")
    }

    @Test("trims header values, joins those of one name and sorts the names")
    func headers() {
        let headers = [
            (name: "X-B", value: "  two   words "), (name: "x-a", value: "1"), (name: "X-b", value: "\t3"),
        ]
        #expect(lines(headers: headers)[3...].prefix(3) == ["x-a:1", "x-b:two words,3", ""])
        #expect(lines(headers: headers)[6] == "x-a;x-b")
    }
}
