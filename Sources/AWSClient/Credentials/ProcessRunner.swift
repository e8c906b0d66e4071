import Foundation
import Subprocess
import SystemPackage

/// Runs a program and gathers what it prints. It has no input and no terminal, so it can neither read what a person
/// types nor draw over the screen.
public struct ProcessRunner: Sendable {
    /// How a program has ended.
    public struct Outcome: Sendable, Hashable {
        /// Whether it says that it has succeeded.
        public let isSuccess: Bool
        /// What it has printed to stdout.
        public let output: String
        /// What it has printed to stderr.
        public let errors: String

        /// How a program has ended.
        public init(isSuccess: Bool, output: String = "", errors: String = "") {
            self.isSuccess = isSuccess
            self.output = output
            self.errors = errors
        }
    }

    /// Why a program could not be run to its end.
    public enum Failure: Error, Sendable, Hashable {
        /// It could not be started.
        case cannotStart
        /// It took longer than the limit and was ended.
        case timedOut(after: TimeInterval)
        /// It has printed more than anyone should.
        case printsTooMuch
    }

    /// The longest time a program may take, in seconds.
    static let timeLimit: TimeInterval = 60
    /// The most bytes a program may print to either stream.
    private static let outputLimit = 1024 * 1024

    /// Runs a program, given with its arguments.
    let run: @Sendable (_ words: [String]) async throws -> Outcome

    /// A runner.
    public init(run: @escaping @Sendable (_ words: [String]) async throws -> Outcome) {
        self.run = run
    }

    /// Runs programs of this machine, within a minute.
    public static let system = ProcessRunner { words in try await start(words, limit: timeLimit) }

    /// - Throws: `Failure`, or `CancellationError` where the task is cancelled.
    static func start(_ words: [String], limit: TimeInterval) async throws -> Outcome {
        try await within(limit) { try await start(words) }
    }

    /// Runs a program that reads a text and whose output nobody needs, such as one that copies.
    ///
    /// - Parameter limit: The longest time it may take, in seconds.
    /// - Returns: Whether it was there and says that it has succeeded.
    public static func feed(_ text: String, to words: [String], limit: TimeInterval) async -> Bool {
        let status = try? await within(limit) {
            guard let program = words.first else { throw Failure.cannotStart }
            // What it leaves running, as X's clipboard needs it, must not hold on to anything of this program.
            return try await Subprocess.run(
                .name(program), arguments: Arguments(Array(words.dropFirst())), platformOptions: options,
                input: .string(text), output: .discarded, error: .discarded
            ).terminationStatus
        }
        return status?.isSuccess == true
    }

    private static func within<Value: Sendable>(
        _ limit: TimeInterval, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: body)
            group.addTask {
                try await CancellableWait.seconds(limit)
                throw Failure.timedOut(after: limit)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw Failure.cannotStart }
            return first
        }
    }

    private static var options: PlatformOptions {
        var options = PlatformOptions()
        // A session of its own has no terminal.
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500))
        ]
        return options
    }

    private static func start(_ words: [String]) async throws -> Outcome {
        guard let program = words.first else { throw Failure.cannotStart }
        do {
            let result = try await Subprocess.run(
                program.contains("/") ? .path(FilePath(program)) : .name(program),
                arguments: Arguments(Array(words.dropFirst())), platformOptions: options,
                output: .bytes(limit: outputLimit), error: .bytes(limit: outputLimit))
            return Outcome(
                isSuccess: result.terminationStatus.isSuccess,
                output: String(decoding: result.standardOutput, as: UTF8.self),
                errors: String(decoding: result.standardError, as: UTF8.self))
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw error.code == .outputLimitExceeded ? Failure.printsTooMuch : Failure.cannotStart
        }
    }
}
