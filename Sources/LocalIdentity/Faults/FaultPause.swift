import ServiceLifecycle

/// Waits because a fault says so. A server that is told to end does not wait for what was only made up.
enum FaultPause {
    /// Waits, and goes on at once where the server ends.
    static func wait(_ duration: Duration) async {
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: duration) }
    }
}
