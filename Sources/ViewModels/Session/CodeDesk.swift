import Synchronization

/// Where a search for credentials waits for the code of an MFA device, and the person's answer comes in.
public final class CodeDesk: Sendable {
    /// Nobody has given a code.
    public struct NoCode: Error {
        /// Nobody has given a code.
        public init() {}
    }

    private struct State {
        var count = 0
        var waiting: [Int: CheckedContinuation<String?, Never>] = [:]
    }

    private let state = Mutex(State())
    private let post: @Sendable (CodeRequest) -> Void

    /// A desk.
    ///
    /// - Parameter post: Tells the main thread that a code is wanted.
    public init(post: @escaping @Sendable (CodeRequest) -> Void) {
        self.post = post
    }

    /// Asks for the code that a device shows, and waits for it.
    ///
    /// - Throws: `NoCode` where the person has given none.
    public func ask(_ serial: String) async throws -> String {
        let code = await withCheckedContinuation { continuation in
            let number = state.withLock { state in
                state.count += 1
                state.waiting[state.count] = continuation
                return state.count
            }
            post(CodeRequest(number: number, serial: serial))
        }
        guard let code else { throw NoCode() }
        return code
    }

    /// Hands in the answer to a question; nil is no code. Another answer to the same question is of no use.
    func answer(_ request: CodeRequest, with code: String?) {
        state.withLock { $0.waiting.removeValue(forKey: request.number) }?.resume(returning: code)
    }
}

/// A question for the code of an MFA device.
public struct CodeRequest: Hashable, Sendable {
    /// Tells questions apart.
    let number: Int
    /// The serial number or ARN of the device.
    public let serial: String
}
