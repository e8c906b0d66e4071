import AWSClient
import Crypto
import Foundation
import Harness
import LocalIdentity

private let service = FuzzedService()

/// Answers requests that are signed well and otherwise anything: a line with the method, one with the target,
/// one with the Content-Type, and the body. Whatever they are, their signature has to be found right, and
/// there is an answer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var text = FuzzedText(bytes, count: count)
    let (method, target, type) = (text.line(), text.line(), text.line())
    // Faults are not found here, they are asked for.
    if target.hasPrefix("/_carillon/faults"), method == "POST" { return 0 }
    let plain = IncomingRequest(
        method: method, target: target, headers: ["Host": "127.0.0.1", "Content-Type": type],
        body: text.remainder)
    let answer = service.answer(signed(plain, target: target))
    precondition((200..<600).contains(answer.status), "the status is \(answer.status)")
    let refusal = answer.headers["x-amzn-ErrorType"]
    precondition(
        answer.status != 403 || refusal == "ForbiddenException", "refused as \(refusal ?? "nothing")")
    precondition(answer.status != 500, String(decoding: answer.body, as: UTF8.self))
    return 0
}

private func signed(_ request: IncomingRequest, target: String) -> IncomingRequest {
    let timestamp = SigningTimestamp(Date())
    let canonical = CanonicalRequest(
        method: request.method, rawPath: request.rawPath, rawQuery: request.rawQuery,
        headers: [("host", "127.0.0.1"), ("x-amz-date", timestamp.text)],
        payloadHash: CanonicalRequest.hash(request.body))
    let scope = SigningScope(day: timestamp.day, region: "us-east-1", service: "chime")
    let signature = scope.signature(
        of: canonical, timestamp: timestamp.text, code: HMAC(key: scope.key(secret: "local")))
    var headers = request.headers
    headers["X-Amz-Date"] = timestamp.text
    headers["Authorization"] =
        "AWS4-HMAC-SHA256 Credential=local/\(scope.text), SignedHeaders=\(canonical.signedHeaders), "
        + "Signature=\(signature)"
    return IncomingRequest(method: request.method, target: target, headers: headers, body: request.body)
}
