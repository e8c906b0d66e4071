import Foundation
import HummingbirdCore

/// Reads the body of a request, no further than it may go.
struct BodyReader {
    /// How much is read of a body that was refused, in bytes. Who is still sending sees the refusal only where the
    /// connection is not closed under its hands; who goes on for ever does not.
    private static let remainderLimit = 8 * LocalService.bodyLimit

    /// A body is larger than `LocalService.bodyLimit`, or says that it is going to be.
    struct TooLarge: Error {}

    private let request: Request
    private var parts: RequestBody.AsyncIterator?

    init(_ request: Request) {
        self.request = request
    }

    /// The body. One that announces too much is refused before it is read.
    ///
    /// - Throws: `TooLarge`, or what the HTTP parser throws.
    mutating func read() async throws -> Data {
        // There is none (RFC 9112, section 6.3), and nothing to wait for.
        if request.headers[.contentLength] == nil, request.headers[.transferEncoding] == nil { return Data() }
        if let announced = request.headers[.contentLength].flatMap(Int.init),
            announced > LocalService.bodyLimit
        {
            throw TooLarge()
        }
        var body = Data()
        while let part = try await nextPart() {
            guard body.count + part.readableBytes <= LocalService.bodyLimit else { throw TooLarge() }
            body.append(contentsOf: part.readableBytesView)
        }
        return body
    }

    /// Reads and forgets what is left of a body that was refused.
    mutating func discardRemainder() async {
        var count = 0
        while count <= Self.remainderLimit, let part = try? await nextPart() { count += part.readableBytes }
    }

    /// A body can be iterated over once only.
    private mutating func nextPart() async throws -> RequestBody.Element? {
        var iterator = parts ?? request.body.makeAsyncIterator()
        defer { parts = iterator }
        return try await iterator.next()
    }
}
