import CCurl
import Foundation

/// libcurl's multi handle with the transfers on it.
///
/// `@unchecked Sendable` is safe: the transport's serial queue alone calls everything but `wakeUp`, which
/// libcurl allows from any thread.
final class MultiHandle: @unchecked Sendable {
    private static let initialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    private static let noHandle = TransportError.other("libcurl has no handle left")

    private let multi: UnsafeMutableRawPointer?
    private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]

    /// Initialises libcurl the first time, which takes milliseconds.
    init() {
        multi = Self.initialized == CURLE_OK ? curl_multi_init() : nil
    }

    deinit {
        if let multi { curl_multi_cleanup(multi) }
    }

    var isEmpty: Bool { transfers.isEmpty }

    func add(_ transfer: CurlTransfer) {
        guard let multi, let easy = transfer.makeHandle() else {
            transfer.end(.failure(Self.noHandle))
            return
        }
        guard curl_multi_add_handle(multi, easy) == CURLM_OK else {
            curl_easy_cleanup(easy)
            transfer.end(.failure(Self.noHandle))
            return
        }
        transfers[easy] = transfer
    }

    /// Ends the transfers whose tasks were cancelled. Taking a transfer off the handle closes its connection, or
    /// resets its HTTP/2 stream.
    func removeCancelled() {
        for (easy, transfer) in transfers where transfer.isCancelled {
            end(easy, transfer, .failure(.cancelled))
        }
    }

    /// Moves every transfer on and ends those that are done.
    func perform() {
        var running: Int32 = 0
        curl_multi_perform(multi, &running)
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let transfer = transfers[easy]
            else { continue }
            end(easy, transfer, transfer.result(carillon_message_code(message), of: easy))
        }
    }

    /// Waits for the network, a time-out or `wakeUp`.
    func wait() {
        guard curl_multi_poll(multi, nil, 0, Int32.max, nil) != CURLM_OK else { return }
        // Without a wait that works the queue would spin.
        for (easy, transfer) in transfers { end(easy, transfer, .failure(Self.noHandle)) }
    }

    /// Ends a `wait`, also one that has yet to begin. Any thread may call it.
    func wakeUp() {
        curl_multi_wakeup(multi)
    }

    private func end(
        _ easy: UnsafeMutableRawPointer, _ transfer: CurlTransfer,
        _ result: Result<HTTPResponse, TransportError>
    ) {
        curl_multi_remove_handle(multi, easy)
        transfers[easy] = nil
        curl_easy_cleanup(easy)
        transfer.end(result)
    }
}
