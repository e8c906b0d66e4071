import ChimeIdentity
import Foundation
import Glibc
import TerminalUI

/// Runs a command that waits for the service, and ends the process as it ends.
enum Launcher {
    /// Carries out a command and exits with its status.
    static func finish(_ body: () async throws -> Void) async -> Never {
        do {
            try await body()
            exit(0)
        } catch let error as IdentityError {
            guard case .rehearsed = error else { CommandFailure(error).exit() }
            // The first change of a rehearsal ends it well.
            Output.write("\(SafeText(error.description).string)\n")
            exit(0)
        } catch {
            CommandFailure(error).exit()
        }
    }
}
