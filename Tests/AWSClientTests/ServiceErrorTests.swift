import AWSClient
import Foundation
import Testing

@Suite("An answer that is no success becomes an error")
struct ServiceErrorTests {
    private func error(_ body: String, status: Int = 400, headers: HTTPHeaders = [:]) -> ServiceError {
        ServiceError(HTTPResponse(status: status, headers: headers, body: Data(body.utf8)))
    }

    @Test(
        "with the code of the header, without what is attached to it",
        arguments: [
            "ForbiddenException", "ForbiddenException:http://internal.amazon.com/coral/com.amazon.coral/",
            "com.amazonaws.chime#ForbiddenException", "com.amazonaws.chime#ForbiddenException:http://x/#y",
        ])
    func header(value: String) {
        let error = error(
            #"{"Code":"Other","Message":"No."}"#, status: 403, headers: ["X-AMZN-errortype": value])
        #expect(error.code == "ForbiddenException")
        #expect(error.message == "No.")
        #expect(error.status == 403)
    }

    @Test(
        "with the code of the body where there is no header",
        arguments: [
            (#"{"__type":"com.amazon#BadRequestException","message":"m"}"#, "BadRequestException"),
            (#"{"code":"BadRequestException","message":"m"}"#, "BadRequestException"),
            (#"{"Code":"BadRequestException:","Message":"m"}"#, "BadRequestException"),
            (#"{"Code":7,"errorMessage":"m"}"#, "HTTP400"), (#"{"Code":"","message":"m"}"#, "HTTP400"),
        ])
    func body(text: String, code: String) {
        #expect(error(text).code == code)
        #expect(error(text).message == "m")
    }

    @Test(
        "with the request id, whatever the header is called",
        arguments: [
            "x-amzn-RequestId", "x-amzn-requestid", "x-amz-request-id",
        ])
    func requestId(name: String) {
        #expect(error("{}", headers: [name: "0f1e"]).requestId == "0f1e")
    }

    @Test(
        "with a sensible message where there is none",
        arguments: [
            ("", "HTTP status 502 without a message"), ("{}", "HTTP status 502 without a message"),
            (#"{"Message":""}"#, "HTTP status 502 without a message"),
            ("[1]", "HTTP status 502 without a message"),
            ("<html><h1>502 Bad Gateway</h1></html>", "HTTP status 502 with a page instead of an answer"),
            ("upstream gone", "HTTP status 502 with a page instead of an answer"),
        ])
    func noMessage(body: String, message: String) {
        let error = error(body, status: 502)
        #expect(error.code == "HTTP502")
        #expect(error.message.hasPrefix(message))
    }

    @Test("with a message of bearable length")
    func longMessage() {
        let error = error(#"{"Message":"\#(String(repeating: "x", count: 100_000))"}"#)
        #expect(error.message.count == 4096)
    }

    @Test("even for bytes that are no text")
    func noText() {
        let error = ServiceError(HTTPResponse(status: 500, body: Data([0xFF, 0x00, 0xC3])))
        #expect(error.code == "HTTP500")
    }
}
