import NIOPosix

/// Runs tasks on the event loops of the server: what a loop has read is answered on the same thread, instead of being
/// handed to another that has to be woken for it, which costs as much as the answer.
///
/// What runs there must not wait for anything but by `await`.
final class EventLoopExecutor: TaskExecutor {
    private let loops: MultiThreadedEventLoopGroup

    init(_ loops: MultiThreadedEventLoopGroup) {
        self.loops = loops
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // On a thread of a loop it is that loop.
        loops.any().execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
