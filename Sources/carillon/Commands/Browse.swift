import AWSClient
import ArgumentParser
import ChimeIdentity
import Foundation
import Glibc
import Logging
import NCursesTerminal
import Screens
import Settings
import TerminalUI
import ViewModels

/// The terminal program.
struct Browse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "browse",
        abstract: "Open the terminal program (the default).")

    @Flag(help: "Use the service inside the program, with sample data.") var local = false
    @Option(help: ArgumentHelp("Open this user.", valueName: "arn|id")) var user: String?
    @Option(help: ArgumentHelp("Open this AppInstance.", valueName: "arn")) var appInstance: String?
    @Option(
        help: ArgumentHelp(
            "Refresh this often; 0 never does. (default: 15, or what config.yaml says)", valueName: "seconds")
    )
    var refresh: Double?
    @Flag(help: "Use words in place of signs and lines, for screen readers.") var plain = false
    @OptionGroup var service: ServiceOptions

    func validate() throws {
        if let refresh, refresh != 0, !(1...86400).contains(refresh) {
            throw ValidationError("--refresh takes 0, or from 1 to 86400 seconds.")
        }
        if let appInstance, AppInstanceARN(appInstance).map({ $0.userId == nil }) != true {
            throw ValidationError(
                "--app-instance takes an ARN such as arn:aws:chime:us-east-1:111122223333:app-instance/ID.")
        }
        if let user, user.hasPrefix("arn:"), AppInstanceARN(user)?.userId == nil {
            throw ValidationError(
                "--user takes a user's id, or an ARN that ends in app-instance/ID/user/ID.")
        }
    }

    func run() throws {
        try CommandFailure.wrapping(browse)
    }

    private func browse() throws {
        var settings = try service.settings()
        if plain { settings.isPlain = Sourced(true, from: "--plain") }
        let keyMap = try settings.keyMap()
        let terminal = try NCursesTerminal(
            colors: settings.usesNoColor.value ? .never : .automatic,
            pointer: settings.usesMouse.value ? .reported : .left)
        defer { terminal.end() }
        let mailbox = Mailbox<EffectRunner.Event>()
        let codeDesk = CodeDesk { mailbox.post(.codeWanted($0)) }
        let activity = ActivityFile.standard(.current())
        let runner = EffectRunner(
            service: try serviceAccess(codeDesk), codeDesk: codeDesk,
            journal: ActivityJournal(append: activity.append, readLines: activity.lastLines),
            clipboard: DisplayClipboard.copy
        ) { mailbox.post($0) }
        let scenery = Scenery(
            palette: settings.palette, keyMap: keyMap, isReadOnly: settings.isReadOnly.value,
            sessionObstacle: local
                ? "This is the service inside the program; start without --local to choose." : nil)
        let navigator = Navigator(
            runner: runner,
            factory: ScreenFactory(scenery: scenery) { UUID().uuidString }, scenery: scenery,
            confirmsEveryWrite: settings.confirm.value == .always, size: { terminal.size },
            copyToTerminal: terminal.copy)
        let loop = EventLoop(
            terminal: terminal, stack: navigator.stack, keyMap: scenery.keyMap, mailbox: mailbox,
            perform: navigator.perform, receive: navigator.receive)
        runner.resolveSession()
        navigator.open(firstRoute(settings))
        loop.step()
        runner.activate()
        let interval = refresh ?? settings.refresh.value
        runner.refresh(every: interval == 0 ? nil : interval)
        loop.run()
    }

    /// The screen to start with, decided without asking the service.
    private func firstRoute(_ settings: Settings) -> Route {
        // The service inside the program does not have the AppInstance that the settings name.
        let appInstance = appInstance ?? (local ? nil : settings.appInstance.value)
        if let user {
            if user.hasPrefix("arn:") { return .devices(user: UserReference(arn: user)) }
            if let arn = appInstance.flatMap(AppInstanceARN.init)?.user(user) {
                return .devices(user: UserReference(arn: arn))
            }
            return .appInstances(openingUser: user)
        }
        return appInstance.map { .users(appInstanceArn: $0) } ?? .appInstances(openingUser: nil)
    }

    private func serviceAccess(_ codeDesk: CodeDesk) throws -> ServiceAccess {
        let file = LogFile.standard(.current())
        let level = service.logLevel
        let logger = Logger(label: "carillon") { _ in LogFileHandler(file: file, level: level) }
        if local {
            let connection = LocalConnection(access: try service.access, logger: logger)
            return ServiceAccess { _ in try await connection.open() }
        }
        let connection = Connection(
            flags: service.flags, access: try service.access, askForCode: CodePrompt.dialog(codeDesk),
            logger: logger)
        return ServiceAccess {
            try connection.options($0)
        } connect: { choice in
            try connection.choosing(choice).open()
        }
    }
}
