import ChimeIdentity
import Foundation
import Settings

/// Does the same to many things, one after the other, and says of each how it went.
struct BulkRun {
    /// How it went with one.
    struct Result: Encodable, Sendable {
        let id: String
        /// What was done, or would be.
        let outcome: String
        /// The service's code, or `Error`; nil where it went well.
        let code: String?

        enum CodingKeys: String, CodingKey {
            case id = "Id"
            case outcome = "Outcome"
            case code = "Code"
        }
    }

    /// What a command takes for "read them from standard input".
    static let standardInput = "-"

    let output: OutputFormat
    let style: TableStyle

    /// The ids that standard input has, one a line. Blank lines are passed over.
    ///
    /// - Throws: `CommandFailure` where there is none.
    static func idsOfStandardInput() throws -> [String] {
        var ids: [String] = []
        while let line = readLine() {
            let id = line.trimmingCharacters(in: .whitespaces)
            if !id.isEmpty { ids.append(id) }
        }
        guard !ids.isEmpty else {
            throw CommandFailure(.badInput, "Standard input has no ids; give one a line.")
        }
        return ids
    }

    /// Does it to each, writes a line of each, and goes on where one has failed.
    ///
    /// - Throws: `CommandFailure` with the status of the first failure, after all of them.
    func perform(on ids: [String], done: String, _ body: (String) async throws -> Void) async throws {
        var results: [Result] = []
        var first: CommandFailure?
        for id in ids {
            do {
                try await body(id)
                results.append(Result(id: id, outcome: done, code: nil))
            } catch let error as IdentityError {
                if case .rehearsed = error {
                    results.append(Result(id: id, outcome: error.description, code: nil))
                    continue
                }
                let failure = CommandFailure(error)
                results.append(Result(id: id, outcome: failure.sentence, code: error.code ?? "Error"))
                first = first ?? failure
                if case .transport(.cancelled) = error { break }
            }
        }
        let listing = Listing(
            member: "Results",
            columns: [
                .init("ID", "Id") { $0.id }, .init("CODE", "Code") { $0.code },
                .init("OUTCOME", "Outcome") { $0.outcome },
            ], items: results)
        Output.write(try listing.text(output, style: style))
        if let first {
            let failures = results.filter { $0.code != nil }.count
            throw CommandFailure(first.status, "\(failures) of \(ids.count) failed.")
        }
    }
}
