import Dispatch
import Foundation

/// A timer on a Dispatch queue.
///
/// `@unchecked Sendable` is safe: Dispatch sources may be used from any thread, and the source is never
/// replaced.
final class DispatchTimer: @unchecked Sendable {
    private let source: any DispatchSourceTimer

    private init(queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void) {
        source = DispatchSource.makeTimerSource(queue: queue)
        source.setEventHandler(handler: handler)
    }

    /// A timer that fires once.
    static func once(
        after delay: DispatchTimeInterval, on queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void
    ) -> DispatchTimer {
        let timer = DispatchTimer(queue: queue, handler)
        timer.source.schedule(deadline: .now() + delay)
        timer.source.activate()
        return timer
    }

    /// A timer that fires again and again, with a twentieth of the interval as leeway.
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
