import CCurl
import Foundation

/// libcurl's multi handle with the transfers on it.
///
/// `@unchecked Sendable` is safe: the transport's serial queue alone calls everything but `wakeUp`, which
/// libcurl allows from any thread.
final class MultiHandle: @unchecked Sendable {
    private static let initialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    private lazy var handle: OpaquePointer? = {
        precondition(Self.initialized == CURLE_OK, "libcurl cannot be initialised")
        return OpaquePointer(curl_multi_init())
    }()
    private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]

    deinit {
        if let handle { curl_multi_cleanup(UnsafeMutableRawPointer(handle)) }
    }

    var isEmpty: Bool { transfers.isEmpty }

    private var multi: UnsafeMutableRawPointer? { handle.map(UnsafeMutableRawPointer.init) }

    func add(_ transfer: CurlTransfer) {
        guard let easy = transfer.makeHandle() else {
            transfer.end(.failure(.other("libcurl has no handle left")))
            return
        }
        transfers[easy] = transfer
        curl_multi_add_handle(multi, easy)
    }

    /// Ends a transfer before its time; false where there is no such transfer.
    func cancel(_ id: ObjectIdentifier) -> Bool {
        guard let (easy, transfer) = transfers.first(where: { ObjectIdentifier($0.value) == id }) else {
            return false
        }
        remove(easy)
        transfer.end(.failure(.cancelled))
        return true
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
            let result = transfer.result(carillon_message_code(message), of: easy)
            remove(easy)
            transfer.end(result)
        }
    }

    /// Waits for the network, a time-out or `wakeUp`.
    func wait() {
        curl_multi_poll(multi, nil, 0, 60_000, nil)
    }

    /// Ends a `wait`. Any thread may call it while a transfer is under way.
    func wakeUp() {
        curl_multi_wakeup(multi)
    }

    private func remove(_ easy: UnsafeMutableRawPointer) {
        curl_multi_remove_handle(multi, easy)
        transfers[easy] = nil
        curl_easy_cleanup(easy)
    }
}
