import Dispatch
import Foundation

/// A timer on a Dispatch queue that fires again and again.
///
/// `@unchecked Sendable` is safe: Dispatch sources may be used from any thread, and the source is never
/// replaced.
final class RefreshTimer: @unchecked Sendable {
    private let source: any DispatchSourceTimer

    /// Starts a timer, with a twentieth of its interval as leeway.
    ///
    /// - Parameter interval: Seconds, more than 0.
    init(every interval: TimeInterval, on queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void) {
        source = DispatchSource.makeTimerSource(queue: queue)
        source.setEventHandler(handler: handler)
        source.schedule(
            deadline: .now() + interval, repeating: interval, leeway: .milliseconds(Int(interval * 50)))
        source.activate()
    }

    /// Stops the timer.
    func cancel() {
        source.cancel()
    }
}
