import AWSClient
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Turns answers into what goes over the wire, with the faults that are to be played on the way.
struct AnswerWriter {
    /// How many pieces a second a slow answer goes out in.
    private static let piecesPerSecond = 10

    /// The names that every answer has, checked once.
    private static let names: [String: HTTPField.Name] = [
        "Content-Type": .contentType, "x-amzn-RequestId": HTTPField.Name("x-amzn-RequestId")!,
    ]

    let request: Request
    let channel: any Channel

    /// The connection ends in the middle of an answer, or behind one.
    private struct ConnectionEnds: Error {}

    /// The answer as Hummingbird sends it.
    func response(_ answer: Answer) async -> Response {
        let content = ByteBuffer(bytes: answer.response.body)
        switch answer.delivery {
        case .whole:
            return response(
                answer, content.readableBytes == 0 ? ResponseBody() : ResponseBody(byteBuffer: content))
        case .slow(let bytesPerSecond):
            return response(answer, slow(content, bytesPerSecond))
        case .truncated where content.readableBytes == 0:
            // A head alone is whole: it ends in the middle itself.
            await SocketTap.end(channel, after: "HTTP/1.1 \(answer.response.status) ")
            return response(answer, ResponseBody())
        case .truncated:
            return response(answer, truncated(content))
        case .dropped:
            await SocketTap.end(channel, after: "")
            return response(answer, ResponseBody())
        }
    }

    /// An answer after which the connection closes, since what else comes by it is not known to be a request.
    func lastResponse(_ last: AWSClient.HTTPResponse) -> Response {
        let (request, channel) = (request, channel)
        let content = ByteBuffer(bytes: last.body)
        var answer = Answer(last)
        answer.response.headers["Connection"] = "close"
        return response(
            answer,
            ResponseBody(contentLength: content.readableBytes) { writer in
                try await writer.write(content)
                try await writer.finish(nil)
                // The client need not wait, and what it still sends does not take the answer away from it (RFC 9112,
                // section 9.6).
                try? await channel.close(mode: .output)
                // Whatever comes now, this was the answer.
                try? await BodyReader.discardRemainder(of: request)
                throw ConnectionEnds()
            })
    }

    private func response(_ answer: Answer, _ body: ResponseBody) -> Response {
        var fields = HTTPFields()
        for (name, value) in answer.response.headers {
            if let name = Self.names[name] ?? HTTPField.Name(name) {
                fields.append(HTTPField(name: name, value: value))
            }
        }
        return Response(
            status: HTTPTypes.HTTPResponse.Status(code: answer.response.status), headers: fields, body: body)
    }

    private func slow(_ content: ByteBuffer, _ bytesPerSecond: Int) -> ResponseBody {
        ResponseBody(contentLength: content.readableBytes) { writer in
            var rest = content
            let size = max(1, bytesPerSecond / Self.piecesPerSecond)
            while rest.readableBytes > 0, let piece = rest.readSlice(length: min(size, rest.readableBytes)) {
                try await writer.write(piece)
                try await Task.sleep(
                    for: .seconds(1) * (Double(piece.readableBytes) / Double(bytesPerSecond)))
            }
            try await writer.finish(nil)
        }
    }

    /// Half of it.
    private func truncated(_ content: ByteBuffer) -> ResponseBody {
        ResponseBody(contentLength: content.readableBytes) { writer in
            if let half = content.getSlice(at: content.readerIndex, length: content.readableBytes / 2) {
                try await writer.write(half)
            }
            throw ConnectionEnds()
        }
    }
}
