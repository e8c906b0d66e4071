import CCurl
import Dispatch
import Foundation
import Synchronization

/// Sends requests with libcurl: connections are kept and used again, HTTP/2 is used where a TLS server offers
/// it, and a cancelled task closes its transfer at once.
///
/// One serial queue owns the multi handle and everything hung on it; no other code touches them. While
/// transfers are under way the queue waits in `curl_multi_poll`; when there is none its work item ends, so an
/// idle transport has no thread that could wake up.
public final class CurlTransport: HTTPTransport {
    /// What can be set for all requests.
    public struct Options: Sendable {
        /// The longest time a connection may take to come about, in seconds.
        public var connectTimeout: TimeInterval
        /// The longest time a request may take in all, in seconds.
        public var totalTimeout: TimeInterval
        /// The largest response body, in bytes.
        public var responseLimit: Int
        /// A file with the certificates to trust; nil means the system's.
        public var certificateBundle: String?
        /// A proxy for plain HTTP; nil leaves it to libcurl, which reads `http_proxy`, `HTTPS_PROXY` and
        /// `NO_PROXY`.
        public var httpProxy: String?
        /// The `User-Agent` header.
        public var userAgent: String

        /// Options; the defaults suit a person who waits.
        public init(
            connectTimeout: TimeInterval = 5, totalTimeout: TimeInterval = 30,
            responseLimit: Int = 8 * 1_048_576, certificateBundle: String? = nil, httpProxy: String? = nil,
            userAgent: String = "carillon"
        ) {
            self.connectTimeout = connectTimeout
            self.totalTimeout = totalTimeout
            self.responseLimit = responseLimit
            self.certificateBundle = certificateBundle
            self.httpProxy = httpProxy
            self.userAgent = userAgent
        }
    }

    private struct Inbox {
        var arrivals: [CurlTransfer] = []
        var cancellations: [ObjectIdentifier] = []
        var isPumping = false
    }

    private let options: Options
    private let queue = DispatchQueue(label: "carillon.transport")
    private let inbox = Mutex(Inbox())
    private let multi: MultiHandle

    /// A transport without connections.
    public init(options: Options = Options()) {
        self.options = options
        multi = MultiHandle()
    }

    /// Sends a request. See `HTTPTransport`.
    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let transfer = CurlTransfer(request, options: options)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.onEnd = { continuation.resume(returning: $0) }
                submit { $0.arrivals.append(transfer) }
            }
        } onCancel: {
            submit { $0.cancellations.append(ObjectIdentifier(transfer)) }
        }
        return try result.get()
    }

    private func submit(_ change: (inout Inbox) -> Void) {
        let mustStart = inbox.withLock { inbox in
            change(&inbox)
            defer { inbox.isPumping = true }
            return !inbox.isPumping
        }
        if mustStart {
            queue.async { self.pump() }
        } else {
            multi.wakeUp()
        }
    }

    /// Runs transfers until there is none left. On the queue.
    private func pump() {
        var cancelledEarly: Set<ObjectIdentifier> = []
        while true {
            let (arrivals, cancellations) = inbox.withLock { inbox in
                defer { (inbox.arrivals, inbox.cancellations) = ([], []) }
                return (inbox.arrivals, inbox.cancellations)
            }
            // A task may be cancelled before its transfer has arrived.
            for id in cancellations where !multi.cancel(id) { cancelledEarly.insert(id) }
            for transfer in arrivals {
                if cancelledEarly.remove(ObjectIdentifier(transfer)) != nil {
                    transfer.end(.failure(.cancelled))
                } else {
                    multi.add(transfer)
                }
            }
            multi.perform()
            let isIdle = inbox.withLock { inbox in
                guard multi.isEmpty, inbox.arrivals.isEmpty, inbox.cancellations.isEmpty else { return false }
                inbox.isPumping = false
                return true
            }
            if isIdle { return }
            if !multi.isEmpty { multi.wait() }
        }
    }
}
