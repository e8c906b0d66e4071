import CCurl
import Foundation

/// libcurl's multi handle with the transfers on it.
///
/// `@unchecked Sendable` is safe: the transport's serial queue alone calls everything but `wakeUp`, which
/// libcurl allows from any thread.
final class MultiHandle: @unchecked Sendable {
    private static let noHandle = TransportError.other("libcurl has no handle left")

    private let multi: UnsafeMutableRawPointer?
    private let problem: TransportError
    private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]

    /// Loads and initialises libcurl the first time, which takes some ten milliseconds.
    init() {
        if let problem = carillon_curl_load() {
            multi = nil
            self.problem = .noLibrary(String(cString: problem))
        } else {
            multi = carillon_multi_init()
            problem = Self.noHandle
        }
    }

    deinit {
        if let multi { carillon_multi_cleanup(multi) }
    }

    var isEmpty: Bool { transfers.isEmpty }

    func add(_ transfer: CurlTransfer) {
        guard let multi, let easy = transfer.makeHandle() else {
            transfer.end(.failure(problem))
            return
        }
        guard carillon_multi_add_handle(multi, easy) == CURLM_OK else {
            carillon_easy_cleanup(easy)
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
        guard let multi else { return }
        var running: Int32 = 0
        carillon_multi_perform(multi, &running)
        var left: Int32 = 0
        while let message = carillon_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let transfer = transfers[easy]
            else { continue }
            end(easy, transfer, transfer.result(carillon_message_code(message), of: easy))
        }
    }

    /// Waits for the network, a time-out or `wakeUp`.
    func wait() {
        guard let multi, carillon_multi_poll(multi, Int32.max) != CURLM_OK else { return }
        // Without a wait that works the queue would spin.
        for (easy, transfer) in transfers { end(easy, transfer, .failure(Self.noHandle)) }
    }

    /// Ends a `wait`, also one that has yet to begin. Any thread may call it.
    func wakeUp() {
        if let multi { carillon_multi_wakeup(multi) }
    }

    private func end(
        _ easy: UnsafeMutableRawPointer, _ transfer: CurlTransfer,
        _ result: Result<HTTPResponse, TransportError>
    ) {
        carillon_multi_remove_handle(multi, easy)
        transfers[easy] = nil
        carillon_easy_cleanup(easy)
        transfer.end(result)
    }
}
