import AWSClient
import ChimeIdentity
import Foundation
import LocalIdentity
import Screens
import TerminalUI
import ViewModels

/// The whole program but for tty, sockets and clock: keys go in, screens come out, and the local service with its
/// sample data answers.
public final class Story {
    /// The moment at which every story plays: 2026-11-24 09:41:00 UTC.
    public static let now = Date(timeIntervalSince1970: 1_795_513_260)
    /// The AppInstance of the sample data.
    public static let appInstanceArn =
        "arn:aws:chime:us-east-1:111122223333:app-instance/5a3c7b1e-6f2d-4e8a-9b0c-1d2e3f405162"

    /// What the person sees.
    public let terminal: TestTerminal
    /// The way to the service.
    public let transport: InProcessTransport
    /// A client of another person, to look at the service and to change it behind the screen's back.
    public let client: IdentityClient
    /// Where a search for credentials waits for codes.
    public let codeDesk: CodeDesk
    /// What the file of the activity holds.
    public let notebook = Notebook()
    private let mailbox = Mailbox<EffectRunner.Event>()
    private let runner: EffectRunner
    private let navigator: Navigator
    private let loop: EventLoop<Effect, Message, EffectRunner.Event>

    /// The ARN of one of the sample data's users.
    public static func userArn(_ id: String) -> String { "\(appInstanceArn)/user/\(id)" }

    /// Opens the program.
    public init(
        at route: Route, columns: Int = 100, rows: Int = 30, access: IdentityClient.Access = .full,
        confirmsEveryWrite: Bool = false, palette: Palette = Palette()
    ) async throws {
        let store = try Store(.memory)
        try await SampleData(store: store, now: { Self.now }).fillIfEmpty()
        let transport = InProcessTransport(LocalService(store: store, now: { Self.now }))
        let service = ServiceClient(
            transport: transport,
            credentials: CredentialChain(
                fixed: Credentials(accessKeyId: "local", secretAccessKey: "local"), source: "test"),
            region: "us-east-1", endpoint: EndpointURL(scheme: .http, host: "127.0.0.1"),
            signingName: "chime", policy: RetryPolicy(maxAttempts: 1),
            surroundings: ServiceClient.Surroundings(now: { Self.now }))
        self.transport = transport
        client = IdentityClient(service: service)
        let identity = IdentityClient(service: service, access: access)
        let serviceAccess = ServiceAccess { part in
            part == .profile
                ? [
                    SessionOption(name: "support-prod", detail: "us-east-1"),
                    SessionOption(name: "support-test", detail: ""),
                ]
                : [
                    SessionOption(name: "us-east-1", detail: ""),
                    SessionOption(name: "eu-central-1", detail: ""),
                ]
        } connect: { choice in
            ServiceAccess.Connection(
                client: identity,
                info: SessionInfo(
                    profile: choice.profile ?? "support-prod", region: choice.region ?? "us-east-1"))
        }
        let mailbox = mailbox
        codeDesk = CodeDesk { mailbox.post(.codeWanted($0)) }
        let notebook = notebook
        runner = EffectRunner(
            service: serviceAccess, codeDesk: codeDesk,
            journal: ActivityJournal(append: notebook.append, readLines: { notebook.text }),
            now: { Self.now }
        ) { mailbox.post($0) }
        let scenery = Scenery(
            palette: palette, isReadOnly: access == .readOnly, secondsFromGMT: { _ in 0 })
        let terminal = TestTerminal(size: Size(columns: columns, rows: rows))
        self.terminal = terminal
        navigator = Navigator(
            runner: runner, factory: ScreenFactory(scenery: scenery) { "story" }, scenery: scenery,
            confirmsEveryWrite: confirmsEveryWrite, size: { terminal.size },
            copyToTerminal: { terminal.copy($0) })
        loop = EventLoop(
            terminal: terminal, stack: navigator.stack, keyMap: .standard, mailbox: mailbox,
            perform: navigator.perform, receive: navigator.receive)
        runner.resolveSession()
        navigator.open(route)
        runner.activate()
        await settle()
    }

    /// Opens the devices of one of the sample data's users.
    public static func devices(
        of id: String = "ada.lovelace", columns: Int = 100, rows: Int = 30,
        access: IdentityClient.Access = .full, confirmsEveryWrite: Bool = false,
        palette: Palette = Palette()
    ) async throws -> Story {
        try await Story(
            at: .devices(user: UserReference(arn: userArn(id))), columns: columns, rows: rows, access: access,
            confirmsEveryWrite: confirmsEveryWrite, palette: palette)
    }

    /// The endpoints that a user has on the service, by name.
    public func endpoints(of id: String = "ada.lovelace") async throws
        -> [String: AppInstanceUserEndpointSummary]
    {
        var endpoints: [String: AppInstanceUserEndpointSummary] = [:]
        for try await endpoint in client.endpoints(of: Self.userArn(id)) {
            endpoints[endpoint.name ?? ""] = endpoint
        }
        return endpoints
    }

    /// Presses keys one after the other, by the names that help gives them, and lets the program come to rest after
    /// each.
    public func press(_ names: String...) async {
        for name in names {
            terminal.press(name)
            await settle()
        }
    }

    /// Uses the mouse.
    public func point(_ event: PointerEvent) async {
        terminal.send(.pointer(event))
        await settle()
    }

    /// Clicks on the cell where a text starts.
    public func click(_ text: String, clicks: Int = 1) async {
        for (row, line) in rows.enumerated() {
            guard let range = line.range(of: text) else { continue }
            let column = SafeText(String(line[..<range.lowerBound])).columns
            await point(.press(Point(column: column, row: row), clicks: clicks))
            return
        }
        fatalError("'\(text)' is not on the screen.")
    }

    /// Types a text.
    public func type(_ text: String) async {
        terminal.type(text)
        await settle()
    }

    /// Gives the terminal another size.
    public func resize(columns: Int, rows: Int) async {
        terminal.resize(columns: columns, rows: rows)
        await settle()
    }

    /// Lets the refresh interval pass.
    public func letRefreshFallDue() async {
        mailbox.post(.toAll(.refreshDue))
        await settle()
    }

    /// Returns when nothing is under way and everything is drawn.
    public func settle() async {
        repeat {
            loop.step()
            await runner.waitUntilIdle()
        } while !mailbox.isEmpty
        loop.step()
    }

    /// Lets the program run until something outside it has told it something.
    public func waitForMail() async {
        while mailbox.isEmpty { await Task.yield() }
        await settle()
    }

    /// Lets the program run until a text is on the screen.
    public func waitForText(_ text: String) async {
        while !screen.contains(text) { await waitForMail() }
    }

    /// Whether the program has ended.
    public var hasEnded: Bool { navigator.stack.count == 0 }

    /// The rows of the screen, without the blanks at their ends.
    public var rows: [String] { ScreenText(terminal.screen).rows }

    /// The screen as one text.
    public var screen: String { rows.joined(separator: "\n") }

    /// The row with the cursor's mark.
    public var cursorRow: String? { rows.first { $0.hasPrefix(" ▌") } }
}
