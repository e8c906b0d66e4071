import AWSClient
import Foundation
import Glibc
import TerminalUI
import ViewModels

/// How the code of an MFA device is asked for.
enum CodePrompt {
    /// On stderr, so that what a command prints stays apart; nil where stdin is no terminal, so that a script gets an error instead of a question nobody sees.
    static var onTerminal: (@Sendable (_ serial: String) async throws -> String)? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
        return { serial in
            FileHandle.standardError.write(Data("Code of \(SafeText(serial).string): ".utf8))
            let code = readLine()?.filter { !$0.isWhitespace } ?? ""
            guard CodeModel.isCode(code) else {
                throw ConfigurationError("The code of an MFA device has six digits; try again.")
            }
            return code
        }
    }
    /// In a dialog of the terminal program. A person who gives none is told as of any other missing credentials.
    static func dialog(_ desk: CodeDesk) -> @Sendable (_ serial: String) async throws -> String {
        { serial in
            do {
                return try await desk.ask(serial)
            } catch is CodeDesk.NoCode {
                throw ConfigurationError("No code was given for \(serial); refresh to be asked again.")
            }
        }
    }
}
