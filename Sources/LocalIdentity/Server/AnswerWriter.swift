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
        "Content-Type": .contentType, "Date": .date, "x-amzn-RequestId": HTTPField.Name("x-amzn-RequestId")!,
    ]

    let channel: any Channel

    /// The connection ends in the middle of an answer.
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
                await FaultPause.wait(.seconds(1) * (Double(piece.readableBytes) / Double(bytesPerSecond)))
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
