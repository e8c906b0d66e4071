import Foundation

extension CredentialSource {
    /// A program that prints keys. Source: AWS SDKs and Tools Reference, "Process credential provider"; botocore,
    /// `ProcessProvider`.
    static let process = CredentialSource(name: "credential process") { context in
        guard let command = context.section["credential_process"] else { return nil }
        let name = context.profile.name
        guard let words = ShellWords.split(command), let program = words.first else {
            throw ConfigurationError(
                "The credential_process of the profile '\(name)' is no command: a quotation does not end, or "
                    + "there is nothing; correct it.")
        }
        let origin = "The credential_process of the profile '\(name)' (\(program))"
        let outcome: ProcessRunner.Outcome
        do {
            outcome = try await context.tools.runProcess.run(words)
        } catch let failure as ProcessRunner.Failure {
            throw ConfigurationError("\(origin) \(failure.sentence)")
        }
        guard outcome.isSuccess else {
            throw ConfigurationError(
                "\(origin) has failed\(Self.quoted(outcome.errors)); run it yourself to see why.")
        }
        guard let answer = try? JSONDecoder().decode(CredentialAnswer.self, from: Data(outcome.output.utf8))
        else {
            throw ConfigurationError("\(origin) prints no JSON with keys; correct it.")
        }
        guard answer.version == 1 else {
            throw ConfigurationError("\(origin) prints another version than 1; correct it.")
        }
        return try answer.credentials(from: origin)
    }

    /// The end of what a program has said, which is where errors are.
    private static func quoted(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? "" : ": “\(words.suffix(300))”"
    }
}

extension ProcessRunner.Failure {
    /// The end of a sentence that starts with the program.
    fileprivate var sentence: String {
        switch self {
        case .cannotStart: "cannot be started; check that it is there and may be run."
        case .timedOut(let limit):
            "did not end within \(Int(limit)) s; run it yourself to see what it waits for."
        case .printsTooMuch: "prints more than a megabyte; correct it."
        }
    }
}
