import AWSClient
import Testing

@Suite("Percent-encoding")
struct PercentEncodingTests {
    @Test(
        "leaves letters, digits and - . _ ~ alone and encodes everything else",
        arguments: [
            ("AZaz09-._~", "AZaz09-._~"), ("a b+c", "a%20b%2Bc"), ("arn:aws:chime", "arn%3Aaws%3Achime"),
            ("a/b", "a%2Fb"), ("100%", "100%25"), ("é日👩‍👧", "%C3%A9%E6%97%A5%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"),
            ("\u{0}\n", "%00%0A"), ("", ""),
        ])
    func bothWays(plain: String, encoded: String) {
        #expect(PercentEncoding.encode(plain) == encoded)
        #expect(PercentEncoding.decode(encoded) == plain)
    }

    @Test("keeps one more character where it is told to")
    func keeping() {
        #expect(PercentEncoding.encode("/a/b c", keeping: UInt8(ascii: "/")) == "/a/b%20c")
    }

    @Test("decodes digits in either case")
    func cases() {
        #expect(PercentEncoding.decode("%c3%A9") == "é")
    }

    @Test("does not decode what is none", arguments: ["%", "%4", "%zz", "a%g0", "%FF", "%C3"])
    func malformed(text: String) {
        #expect(PercentEncoding.decode(text) == nil)
    }
}
