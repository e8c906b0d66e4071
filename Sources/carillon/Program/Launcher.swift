import Foundation
import Glibc

/// Runs a command that waits for the service, and ends the process as it ends.
enum Launcher {
    /// Carries out a command and exits with its status.
    static func finish(_ body: () async throws -> Void) async -> Never {
        do {
            try await body()
            exit(0)
        } catch {
            CommandFailure(error).exit()
        }
    }
}
