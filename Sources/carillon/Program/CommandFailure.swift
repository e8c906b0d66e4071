import AWSClient
import ChimeIdentity
import Foundation
import Glibc
import LocalIdentity
import NCursesTerminal
import TerminalUI

/// How a command has failed: one line for a person and a status for a script.
struct CommandFailure: Error {
    /// The exit statuses, after sysexits.h.
    enum Status: Int32 {
        case badUsage = 64
        case badInput = 65
        case unavailable = 69
        case throttled = 75
        case refused = 77
        case badConfiguration = 78
    }

    let status: Status
    let sentence: String

    init(_ status: Status, _ sentence: String) {
        self.status = status
        self.sentence = sentence
    }

    /// What any error means for the person and the script.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as IdentityError:
            let quoted = [error.code, error.requestId.map { "request id \($0)" }].compactMap { $0 }
            let origin = quoted.isEmpty ? "" : " (\(quoted.joined(separator: ", ")))"
            self.init(Self.status(of: error), "\(error)\(origin)")
        case let error as ConfigurationError: self.init(.badConfiguration, error.description)
        case let error as NCursesTerminal.Unusable: self.init(.badConfiguration, error.description)
        case let error as Store.Unusable: self.init(.badConfiguration, error.description)
        case let error as LocalServer.CannotListen: self.init(.unavailable, error.description)
        default: self.init(.unavailable, "\(error)")
        }
    }

    /// Does something whose errors end the program.
    ///
    /// - Throws: `CommandFailure`.
    static func wrapping(_ body: () throws -> Void) throws(CommandFailure) {
        do {
            try body()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Says it on stderr, in one harmless line, and ends the process.
    func exit() -> Never {
        FileHandle.standardError.write(Data("carillon: \(SafeText(sentence).string)\n".utf8))
        Glibc.exit(status.rawValue)
    }

    private static func status(of error: IdentityError) -> Status {
        switch error {
        case .invalidInput: .badInput
        case .configuration: .badConfiguration
        case .readOnly, .rehearsed: .refused
        case .transport, .undecodableResponse, .repeatedToken: .unavailable
        case .service(let error, _):
            switch error.status {
            case _ where error.code.hasPrefix("ExpiredToken") || error.code == "RequestExpired":
                .badConfiguration
            case 401, 403: .refused
            case 429: .throttled
            case 500...: .unavailable
            default: .badInput
            }
        }
    }
}
