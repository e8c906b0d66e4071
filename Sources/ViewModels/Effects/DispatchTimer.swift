import Dispatch
import Foundation

/// A timer on a serial Dispatch queue.
///
/// The queue must be serial: on Linux the first use of a concurrent or global queue makes Dispatch wake the process
/// every second for as long as it lives, and an idle program must sleep.
///
/// `@unchecked Sendable` is safe: Dispatch sources may be used from any thread, and the source is never
/// replaced.
final class DispatchTimer: @unchecked Sendable {
    private let source: any DispatchSourceTimer

    private init(queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void) {
        source = DispatchSource.makeTimerSource(queue: queue)
        source.setEventHandler(handler: handler)
    }

    /// Starts a timer that fires once.
    static func once(
        after delay: DispatchTimeInterval, on queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void
    ) -> DispatchTimer {
        let timer = DispatchTimer(queue: queue, handler)
        timer.source.schedule(deadline: .now() + delay)
        timer.source.activate()
        return timer
    }

    /// Starts a timer that fires again and again, with a twentieth of its interval as leeway.
    ///
    /// - Parameter interval: Seconds, more than 0.
    static func every(
        _ interval: TimeInterval, on queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void
    ) -> DispatchTimer {
        let timer = DispatchTimer(queue: queue, handler)
        timer.source.schedule(
            deadline: .now() + interval, repeating: interval, leeway: .milliseconds(Int(interval * 50)))
        timer.source.activate()
        return timer
    }

    /// Stops the timer.
    func cancel() {
        source.cancel()
    }
}
