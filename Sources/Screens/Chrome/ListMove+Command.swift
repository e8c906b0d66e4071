import TerminalUI
import ViewModels

extension ListMove {
    /// The movement of a command; nil for a command that does not move.
    ///
    /// - Parameter height: The rows of a screenful.
    init?(_ command: Command, height: Int) {
        switch command {
        case .down: self = .by(1)
        case .up: self = .by(-1)
        case .pageDown: self = .by(max(1, height - 1))
        case .pageUp: self = .by(-max(1, height - 1))
        case .first: self = .first
        case .last: self = .last
        default: return nil
        }
    }
}
