import Dispatch
import Foundation

/// Waiting that ends early when the task is cancelled.
///
/// A timer on a serial queue instead of `Task.sleep`: that one uses Dispatch's global queue, and the first use
/// of it starts a monitor that wakes the process up every second for as long as it lives
/// (swift-corelibs-libdispatch, `workqueue.c`), while an idle program must sleep.
public enum CancellableWait {
    /// Waits for a number of seconds.
    ///
    /// - Throws: `CancellationError` where the task is cancelled.
    public static func seconds(_ seconds: TimeInterval) async throws {
        // Dispatch objects may be used from any thread; only the protocol does not say so.
        nonisolated(unsafe) let timer = DispatchSource.makeTimerSource(
            queue: DispatchQueue(label: "carillon.wait"))
        timer.schedule(deadline: .now() + max(0, seconds))
        timer.setEventHandler { timer.cancel() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                timer.setCancelHandler {
                    // The handler holds on to the timer.
                    timer.setEventHandler(handler: nil)
                    continuation.resume()
                }
                // One that was cancelled before calls its handler now.
                timer.activate()
            }
        } onCancel: {
            timer.cancel()
        }
        try Task.checkCancellation()
    }
}
