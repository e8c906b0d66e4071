import CCurl
import Foundation
import Synchronization

/// One request on its way, with what has come back of the response.
///
/// `@unchecked Sendable` is safe: it is made by the caller, handed over once under a lock, and from then on only
/// the transport's serial queue touches it; the mark of cancellation is atomic.
final class CurlTransfer: @unchecked Sendable {
    /// Called once with how the transfer has ended.
    var onEnd: ((Result<HTTPResponse, TransportError>) -> Void)?

    private let request: HTTPRequest
    private let options: CurlTransport.Options
    private var headers = HTTPHeaders()
    private var body = Data()
    private var headerSize = 0
    private var isTooLarge = false
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private let cancellation = Atomic(false)

    /// All header fields together may not be larger, in bytes; libcurl limits single lines only.
    private static let headerLimit = 256 * 1024

    init(_ request: HTTPRequest, options: CurlTransport.Options) {
        self.request = request
        self.options = options
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        if headerList != nil { carillon_slist_free_all(headerList) }
        message.deallocate()
    }

    /// Whether the task that waits for the transfer was cancelled.
    var isCancelled: Bool { cancellation.load(ordering: .acquiring) }

    /// Marks the transfer as no longer wanted. Any thread may call it.
    func cancel() {
        cancellation.store(true, ordering: .releasing)
    }

    func end(_ result: Result<HTTPResponse, TransportError>) {
        onEnd?(result)
        onEnd = nil
    }

    /// A handle set up for the request. The transfer must outlive it.
    func makeHandle() -> UnsafeMutableRawPointer? {
        guard let easy = carillon_easy_init() else { return nil }
        carillon_set_text(easy, CURLOPT_URL, request.url)
        carillon_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        carillon_set_long(easy, CURLOPT_PATH_AS_IS, 1)
        carillon_set_http_only(easy)
        carillon_set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        carillon_set_long(easy, CURLOPT_NOSIGNAL, 1)
        carillon_set_quick_exit(easy)
        carillon_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // On a connection that is used again libcurl repeats by itself what got no answer.
        if request.repeatability == .onlyIfNotSent { carillon_set_long(easy, CURLOPT_FRESH_CONNECT, 1) }
        carillon_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1)
        carillon_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(options.connectTimeout * 1000))
        carillon_set_long(easy, CURLOPT_TIMEOUT_MS, Int(options.totalTimeout * 1000))
        carillon_set_text(easy, CURLOPT_ACCEPT_ENCODING, "")
        if let bundle = options.certificateBundle { carillon_set_text(easy, CURLOPT_CAINFO, bundle) }
        switch options.proxies {
        case .none: carillon_set_text(easy, CURLOPT_PROXY, "")
        case .environment:
            if request.endpoint.scheme == .http, let proxy = options.httpProxy {
                carillon_set_text(easy, CURLOPT_PROXY, proxy)
            }
        }
        for header in request.headers { append("\(header.name): \(header.value)") }
        append("User-Agent: \(options.userAgent)")
        // Without these libcurl would wait for a 100 Continue, and add a content type of its own.
        append("Expect:")
        if request.headers["Content-Type"] == nil { append("Content-Type:") }
        carillon_set_pointer(easy, CURLOPT_HTTPHEADER, headerList)
        carillon_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
        if let body = request.body, !body.isEmpty {
            carillon_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            body.withUnsafeBytes { bytes in
                _ = carillon_set_text(
                    easy, CURLOPT_COPYPOSTFIELDS, bytes.bindMemory(to: CChar.self).baseAddress)
            }
        } else if request.method == .post || request.method == .put {
            carillon_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, 0)
            carillon_set_text(easy, CURLOPT_COPYPOSTFIELDS, "")
        }
        let context = Unmanaged.passUnretained(self).toOpaque()
        carillon_set_writer(easy, { CurlTransfer.write($0, $1 * $2, $3) }, context)
        carillon_set_header_writer(easy, { CurlTransfer.writeHeader($0, $1 * $2, $3) }, context)
        return easy
    }

    /// What libcurl's code means.
    func result(_ code: CURLcode, of easy: UnsafeMutableRawPointer) -> Result<HTTPResponse, TransportError> {
        guard code != CURLE_OK else {
            var status = 0
            carillon_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
            return .success(HTTPResponse(status: status, headers: headers, body: body))
        }
        var tunnelStatus = 0
        carillon_get_long(easy, CURLINFO_HTTP_CONNECTCODE, &tunnelStatus)
        if tunnelStatus >= 300 {
            return .failure(.proxy("it answered with HTTP status \(tunnelStatus)"))
        }
        var requestSize = 0
        carillon_get_long(easy, CURLINFO_REQUEST_SIZE, &requestSize)
        return .failure(error(code, isSent: requestSize > 0))
    }

    private func error(_ code: CURLcode, isSent: Bool) -> TransportError {
        let host = request.endpoint.hostHeader
        let detail = String(cString: message)
        let reason = detail.isEmpty ? String(cString: carillon_easy_strerror(code)) : detail
        return switch code {
        case CURLE_SSL_CACERT_BADFILE:
            .tls(
                host: host,
                reason:
                    "the certificates in \(options.certificateBundle ?? "the system's file") cannot be read")
        case CURLE_COULDNT_CONNECT where isAboutProxy(detail): .proxy(reason)
        case CURLE_COULDNT_RESOLVE_HOST: .unknownHost(host)
        case CURLE_COULDNT_CONNECT: .cannotConnect(host)
        case CURLE_OPERATION_TIMEDOUT: .timedOut(host: host, isSent: isSent)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy(reason)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
            .tls(host: host, reason: reason)
        case CURLE_WRITE_ERROR where isTooLarge: .responseTooLarge(limit: options.responseLimit)
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2,
            CURLE_HTTP2_STREAM, CURLE_WEIRD_SERVER_REPLY:
            .connectionLost(host: host, isSent: isSent)
        // libcurl's longer words may quote the URL, which holds ids.
        default: .other(String(cString: carillon_easy_strerror(code)))
        }
    }

    /// Whether libcurl says that it failed to connect to a host other than the service's.
    private func isAboutProxy(_ detail: String) -> Bool {
        let host = request.endpoint.host.filter { $0 != "[" && $0 != "]" }
        return detail.hasPrefix("Failed to connect to ")
            && !detail.hasPrefix("Failed to connect to \(host) port ")
    }

    private func append(_ header: String) {
        headerList = carillon_slist_append(headerList, header)
    }

    private static func write(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
    ) -> Int {
        guard let bytes, let context else { return 0 }
        let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        guard transfer.body.count + count <= transfer.options.responseLimit else {
            transfer.isTooLarge = true
            return 0
        }
        transfer.body.append(UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), count: count)
        return count
    }

    private static func writeHeader(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
    ) -> Int {
        guard let bytes, let context else { return 0 }
        let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        transfer.headerSize += count
        guard transfer.headerSize <= headerLimit else {
            transfer.isTooLarge = true
            return 0
        }
        if line.hasPrefix("HTTP/") {
            // A proxy's answer or an interim response came before.
            transfer.headers = HTTPHeaders()
        } else if let colon = line.firstIndex(of: ":") {
            transfer.headers.add(
                name: String(line[..<colon]),
                value: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        return count
    }
}
