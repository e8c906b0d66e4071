import Testing

@testable import AWSClient

@Suite("Waiting between attempts", .timeLimit(.minutes(1)))
struct CancellableWaitTests {
    @Test("ends by itself", arguments: [0, 0.001, -1])
    func ends(seconds: Double) async throws {
        try await CancellableWait.seconds(seconds)
    }

    @Test("ends when the task is cancelled, before or while it waits")
    func cancelled() async {
        for _ in 0..<200 {
            let before = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await CancellableWait.seconds(3600)
            }
            await #expect(throws: CancellationError.self) { try await before.value }
            let during = Task { try await CancellableWait.seconds(3600) }
            during.cancel()
            await #expect(throws: CancellationError.self) { try await during.value }
        }
    }
}
