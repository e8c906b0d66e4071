import Dispatch

/// Calls something after a short while, unless it is cancelled before.
///
/// A waiting worker thread instead of a Dispatch timer: on Linux the first timer of a process makes Dispatch wake
/// up every second for as long as the process lives, and an idle program must sleep.
final class DelayedCall: Sendable {
    private let cancelled = DispatchSemaphore(value: 0)

    init(
        after delay: DispatchTimeInterval, on queue: DispatchQueue, _ call: @escaping @Sendable () -> Void
    ) {
        queue.async { [cancelled] in
            if cancelled.wait(timeout: .now() + delay) == .timedOut { call() }
        }
    }

    /// Does without the call.
    func cancel() {
        cancelled.signal()
    }
}
