import AWSClient
import Foundation
import Harness
import LocalIdentity

private let service = FuzzedService()

/// Answers requests with any `Authorization`: a line with it, one with `X-Amz-Date`, one with the target,
/// lines with headers up to an empty one, and the body. Nobody makes up a signature: all are refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var text = FuzzedText(bytes, count: count)
    let (authorization, given, target) = (text.line(), text.line(), text.line())
    // Most would fail for their date alone.
    let now = SigningTimestamp(Date())
    let date = given == "now" ? now.text : given
    var headers: HTTPHeaders = [
        "Host": "127.0.0.1", "Authorization": authorization.replacing("TODAY", with: now.day),
        "X-Amz-Date": date,
    ]
    while case let line = text.line(), !line.isEmpty {
        let name = line.prefix { $0 != ":" }
        headers.add(name: String(name), value: String(line.dropFirst(name.count + 1)))
    }
    let answer = service.answer(
        IncomingRequest(method: "GET", target: "/a" + target, headers: headers, body: text.remainder))
    precondition(answer.status == 403, "let in: \(answer.status)")
    return 0
}
