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
        // Settings that make no sense are a finding, and must not keep the others from being told.
        let settings = Result { try service.settings() }
        let examination = await Examination(
            settings: settings, connection: service.connection(access: .readOnly), isOffline: offline
        ).report()
        switch output.chosen ?? (try? settings.get().output.value) ?? .table {
        case .table:
            let isColored = (try? TableStyle(service).isColored) ?? false
            Output.write(examination.report.lines(isColored: isColored))
        case .json: Output.write(try JSONText.pretty(examination.report))
        case .jsonl: Output.write(try JSONText.line(examination.report))
        case .csv: Output.write(examination.report.csv)
        }
        if let failure = examination.failure { Foundation.exit(failure.status.rawValue) }
    }
}
