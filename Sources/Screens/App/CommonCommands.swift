import TerminalUI
import ViewModels

/// The commands that mean the same on every screen on which nothing is being typed.
struct CommonCommands {
    let scenery: Scenery

    /// Whether one of them can run; nil for other commands.
    func availability(of command: Command) -> Availability? {
        guard command == .chooseProfile || command == .chooseRegion else { return nil }
        return scenery.sessionObstacle.map(Availability.unavailable) ?? .available
    }

    /// What one of them does; nil for other commands.
    func run(_ command: Command) -> [Effect]? {
        let info: SessionInfo? = if case .ready(let info) = scenery.session { info } else { nil }
        switch command {
        case .chooseProfile: return [.open(.session(.profile, current: info?.profile ?? "default"))]
        case .chooseRegion: return [.open(.session(.region, current: info?.region))]
        case .activity: return [.open(.activity)]
        case .commandPalette: return [.open(.commandPalette)]
        case .help: return [.open(.help)]
        case .quit: return [.quit]
        default: return nil
        }
    }
}
