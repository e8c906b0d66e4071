import AWSClient
import Foundation
import Glibc
import TerminalUI

/// Asks for the code of an MFA device on stderr, so that what a command prints stays apart.
enum CodePrompt {
    /// The prompt; nil where stdin is no terminal, so that a script gets an error instead of a question nobody sees.
    static var onTerminal: (@Sendable (_ serial: String) async throws -> String)? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
        return { serial in
            FileHandle.standardError.write(Data("Code of \(SafeText(serial).string): ".utf8))
            let code = readLine()?.filter { !$0.isWhitespace } ?? ""
            guard code.count == 6, code.allSatisfy({ $0.isASCII && $0.isNumber }) else {
                throw ConfigurationError("The code of an MFA device has six digits; try again.")
            }
            return code
        }
    }
}
