import Foundation
import HummingbirdCore

/// Reads the bodies of requests, no further than they may go.
enum BodyReader {
    /// How much is read of a body that was refused, in bytes. Who is still sending sees the refusal only where the
    /// connection is not closed under its hands; who goes on for ever does not.
    private static let remainderLimit = 8 * LocalService.bodyLimit

    /// Why a body was not read to its end.
    enum Fault: Error {
        /// It is larger than `LocalService.bodyLimit`, or says that it is going to be.
        case tooLarge
        /// The client has gone before it was there.
        case incomplete
    }

    /// The body of a request. One that announces too much is refused before it is read.
    ///
    /// - Throws: `Fault`, or what the HTTP parser throws.
    static func read(_ request: Request) async throws -> Data {
        // There is none (RFC 9112, section 6.3), and nothing to wait for.
        if request.headers[.contentLength] == nil, request.headers[.transferEncoding] == nil { return Data() }
        if let announced = request.headers[.contentLength].flatMap(Int.init),
            announced > LocalService.bodyLimit
        {
            throw Fault.tooLarge
        }
        var body = Data()
        do {
            for try await part in request.body {
                guard body.count + part.readableBytes <= LocalService.bodyLimit else { throw Fault.tooLarge }
                body.append(contentsOf: part.readableBytesView)
            }
        } catch let fault as Fault {
            throw fault
        } catch is CancellationError {
            throw Fault.incomplete
        }
        return body
    }

    /// Reads and forgets what is left of a body that was refused.
    static func discardRemainder(of request: Request) async throws {
        var count = 0
        for try await part in request.body {
            count += part.readableBytes
            guard count <= remainderLimit else { return }
        }
    }
}
