import AWSClient
import Testing

@Suite("Header fields")
struct HTTPHeadersTests {
    @Test("are found whatever the case of their names")
    func cases() {
        var headers: HTTPHeaders = ["Content-Type": "a"]
        #expect(headers["content-TYPE"] == "a")
        headers["CONTENT-type"] = "b"
        #expect(headers.values(of: "Content-Type") == ["b"])
        headers["content-type"] = nil
        #expect(headers["Content-Type"] == nil)
    }

    @Test("keep their order and every value")
    func order() {
        var headers: HTTPHeaders = ["B": "1", "A": "2"]
        headers.add(name: "b", value: "3")
        #expect(headers.map { "\($0.name)=\($0.value)" } == ["B=1", "A=2", "b=3"])
        #expect(headers["B"] == "1")
        #expect(headers.values(of: "B") == ["1", "3"])
    }
}
