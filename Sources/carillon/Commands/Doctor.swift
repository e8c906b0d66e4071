import ArgumentParser
import ChimeIdentity
import Foundation

/// Says, line by line, what the program would use and whether it works.
struct Doctor: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check profile, region, endpoint, credentials, clock and permissions.",
        discussion: """
            It sends read operations alone: the permissions to change things are not tried. The exit status is that \
            of the first check that fails.
            """)

    @Flag(help: "Stop before the network.") var offline = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var service: ServiceOptions

    func perform() async throws {
        let examination = await Examination(connection: service.connection(), isOffline: offline).report()
        switch output.output {
        case .table: Output.write(examination.report.lines(isColored: TableStyle(service).isColored))
        case .json: Output.write(try JSONText.pretty(examination.report))
        case .jsonl: Output.write(try JSONText.line(examination.report))
        case .csv: Output.write(examination.report.csv)
        }
        if let failure = examination.failure { Foundation.exit(failure.status.rawValue) }
    }
}
