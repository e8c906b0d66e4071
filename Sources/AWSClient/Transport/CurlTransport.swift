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
///
/// Proxies are libcurl's business: it reads `https_proxy`, `HTTPS_PROXY`, `http_proxy`, `ALL_PROXY` and, for
/// every host including those on loopback, `NO_PROXY`.
public final class CurlTransport: HTTPTransport {
    /// Whether to go through proxies.
    public enum Proxies: Sendable, Hashable {
        /// Those that the environment names.
        case environment
        /// None, such as to a service that runs in this very program.
        case none
    }

    /// What can be set for all requests.
    public struct Options: Sendable {
        /// The longest time a connection may take to come about, in seconds. botocore waits 60; here a person
        /// does.
        public var connectTimeout: TimeInterval
        /// The longest time a request may take in all, in seconds.
        public var totalTimeout: TimeInterval
        /// The largest response body, in bytes.
        public var responseLimit: Int
        /// A file with the certificates to trust; nil means the system's.
        public var certificateBundle: String?
        /// A proxy for plain HTTP, for `HTTP_PROXY`, which libcurl itself reads in lower case only. `NO_PROXY`
        /// has the last word.
        public var httpProxy: String?
        /// Whether to go through proxies.
        public var proxies: Proxies
        /// The `User-Agent` header.
        public var userAgent: String

        /// Options; the defaults suit a person who waits.
        public init(
            connectTimeout: TimeInterval = 5, totalTimeout: TimeInterval = 30,
            responseLimit: Int = 8 * 1_048_576, certificateBundle: String? = nil, httpProxy: String? = nil,
            proxies: Proxies = .environment, userAgent: String = "carillon"
        ) {
            self.connectTimeout = connectTimeout
            self.totalTimeout = totalTimeout
            self.responseLimit = responseLimit
            self.certificateBundle = certificateBundle
            self.httpProxy = httpProxy
            self.proxies = proxies
            self.userAgent = userAgent
        }

        /// Options for services on this machine or its host, which answer at once or are not there.
        public static func metadata(like options: Options) -> Options {
            Options(
                connectTimeout: 1, totalTimeout: 2, responseLimit: 1_048_576,
                certificateBundle: options.certificateBundle, proxies: .none, userAgent: options.userAgent)
        }
    }

    private struct State {
        /// Transfers that the queue has yet to take up.
        var arrivals: [CurlTransfer] = []
        /// Whether `pump` runs or is about to.
        var isPumping = false
        /// Made by the first `pump`, since that is when libcurl is initialised.
        var multi: MultiHandle?

        mutating func takeArrivals() -> [CurlTransfer] {
            defer { arrivals = [] }
            return arrivals
        }
    }

    private let options: Options
    private let queue = DispatchQueue(label: "carillon.transport")
    private let state = Mutex(State())

    /// A transport without connections. libcurl is initialised with the first request, on the queue.
    public init(options: Options = Options()) {
        self.options = options
    }

    /// Sends a request. See `HTTPTransport`.
    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let transfer = CurlTransfer(request, options: options)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.onEnd = { continuation.resume(returning: $0) }
                submit(transfer)
            }
        } onCancel: {
            // A transfer that has not arrived yet is looked at when it does.
            transfer.cancel()
            state.withLock { $0.isPumping ? $0.multi : nil }?.wakeUp()
        }
        return try result.get()
    }

    private func submit(_ transfer: CurlTransfer) {
        let (mustStart, running) = state.withLock { state in
            state.arrivals.append(transfer)
            defer { state.isPumping = true }
            return (!state.isPumping, state.multi)
        }
        if mustStart {
            queue.async { self.pump() }
        } else {
            // Without a handle `pump` has yet to begin and sees the arrival anyway.
            running?.wakeUp()
        }
    }

    /// Runs transfers until there is none left. On the queue.
    private func pump() {
        let multi = makeMulti()
        while true {
            for transfer in state.withLock({ $0.takeArrivals() }) {
                if transfer.isCancelled {
                    transfer.end(.failure(.cancelled))
                } else {
                    multi.add(transfer)
                }
            }
            multi.removeCancelled()
            multi.perform()
            if multi.isEmpty {
                let isIdle = state.withLock { state in
                    state.isPumping = !state.arrivals.isEmpty
                    return !state.isPumping
                }
                if isIdle { return }
            } else {
                multi.wait()
            }
        }
    }

    /// The handle; made where there is none yet. On the queue.
    private func makeMulti() -> MultiHandle {
        if let multi = state.withLock({ $0.multi }) { return multi }
        let multi = MultiHandle()
        state.withLock { $0.multi = multi }
        return multi
    }
}
