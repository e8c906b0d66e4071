import Foundation
import Glibc
import TerminalUI
import ViewModels

/// What all screens draw with: the session, the colours, the keys, and how times are written.
public final class Scenery {
    /// What the program talks to.
    public var session: SessionState
    /// The name of the AppInstance, once it is known. Untrusted text.
    public var appInstanceName: String?
    /// Why profile and region cannot be chosen; nil where they can.
    public let sessionObstacle: String?
    /// Whether the screen on top is the first one, where leaving ends the program.
    public var isAtRoot = true
    /// The styles.
    public let palette: Palette
    /// The keys.
    public let keyMap: KeyMap
    /// Whether writes are refused.
    public let isReadOnly: Bool
    /// Why nothing can be changed where `isReadOnly` is set.
    static let readOnly = "Read-only, so nothing changes (--read-only, or read_only in config.yaml)."
    private let secondsFromGMT: (Date) -> Int

    /// The scenery.
    ///
    /// - Parameter secondsFromGMT: The offset of the person's time zone at a moment.
    public init(
        session: SessionState = .resolving, palette: Palette = Palette(), keyMap: KeyMap = .standard,
        isReadOnly: Bool, sessionObstacle: String? = nil,
        secondsFromGMT: @escaping (Date) -> Int = Scenery.localOffset
    ) {
        self.session = session
        self.palette = palette
        self.keyMap = keyMap
        self.isReadOnly = isReadOnly
        self.sessionObstacle = sessionObstacle
        self.secondsFromGMT = secondsFromGMT
    }

    /// The offset of the machine's time zone. Asked of the C library, which is ready at once.
    public static func localOffset(at date: Date) -> Int {
        var seconds = time_t(date.timeIntervalSince1970)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return parts.tm_gmtoff
    }

    /// The key of a command in a situation, as texts name it; a command without one is named itself.
    func key(_ command: Command, in contexts: [KeyContext]) -> String {
        let binding = keyMap.bindings(in: contexts).first { $0.command == command }
        return binding?.keys.first?.description ?? ":\(command.rawValue)"
    }

    /// A time of day, `17:40:12`.
    public func time(_ date: Date) -> SafeText { text(date, "%H:%M:%S") }

    /// A day with the time, `2026-11-02 17:40`.
    public func dayAndTime(_ date: Date) -> SafeText { text(date, "%Y-%m-%d %H:%M") }

    /// The same to the second, `2026-11-02 17:40:12`.
    public func dayAndSecond(_ date: Date) -> SafeText { text(date, "%Y-%m-%d %H:%M:%S") }

    private func text(_ date: Date, _ format: String) -> SafeText {
        var seconds = time_t(date.timeIntervalSince1970) + secondsFromGMT(date)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, format, &parts)
        return SafeText(String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}
