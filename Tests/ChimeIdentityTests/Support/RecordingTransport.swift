import AWSClient
import Foundation
import Synchronization

/// Keeps the requests it is given, and gives prepared answers in order; the last one is given again and again.
final class RecordingTransport: HTTPTransport {
    typealias Answer = Result<HTTPResponse, TransportError>

    private let answers: [Answer]
    private let recorded = Mutex<[HTTPRequest]>([])

    init(_ answers: [Answer]) {
        self.answers = answers
    }

    convenience init(_ answers: Answer...) {
        self.init(answers)
    }

    /// The requests so far.
    var requests: [HTTPRequest] { recorded.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let number = recorded.withLock { requests in
            requests.append(request)
            return requests.count
        }
        return try answers[min(number, answers.count) - 1].get()
    }
}

extension Result where Success == HTTPResponse, Failure == TransportError {
    /// An answer with a body.
    static func answer(_ status: Int, _ body: String = "", headers: HTTPHeaders = [:]) -> Self {
        .success(HTTPResponse(status: status, headers: headers, body: Data(body.utf8)))
    }
}
