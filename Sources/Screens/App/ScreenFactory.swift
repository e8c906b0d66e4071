import TerminalUI
import ViewModels

/// Makes the screen of a route: the one list of all screens.
public struct ScreenFactory {
    private let scenery: Scenery
    private let makeToken: () -> String

    /// - Parameter makeToken: Makes a fresh random text of at most 50 letters, digits and dashes.
    public init(scenery: Scenery, makeToken: @escaping () -> String) {
        self.scenery = scenery
        self.makeToken = makeToken
    }

    /// The screen of a route.
    ///
    /// - Parameter contexts: Where the keys of the screen below are looked up; help shows them.
    func screen(for route: Route, above contexts: [KeyContext]) -> any Screen<Effect, Message> {
        switch route {
        case .appInstances(let userId):
            PickerScreen(AppInstancesModel(openingUser: userId), words: .appInstances, scenery: scenery)
        case .users(let arn):
            PickerScreen(UsersModel(appInstanceArn: arn), words: .users, scenery: scenery)
        case .devices(let user): DevicesScreen(DevicesModel(user: user), scenery: scenery)
        case .tags(let user): TagsScreen(TagsModel(user: user), scenery: scenery)
        case .register(let user):
            RegisterScreen(RegisterModel(user: user, tokenSeed: makeToken()), scenery: scenery)
        case .repair(let user, let endpointId, let old, let fault):
            RegisterScreen(
                RegisterModel(
                    user: user, repairing: endpointId, old: old, fault: fault, tokenSeed: makeToken()),
                scenery: scenery)
        case .rename(let user, let endpointId, let name):
            RenameScreen(RenameModel(user: user, endpointId: endpointId, name: name), scenery: scenery)
        case .confirm(let confirmation): ConfirmScreen(ConfirmModel(confirmation), scenery: scenery)
        case .session(let part, let current):
            PickerScreen(
                SessionModel(part: part, current: current),
                words: part == .profile ? .profiles : .regions, scenery: scenery)
        case .code(let request): CodeScreen(CodeModel(request: request), scenery: scenery)
        case .help: HelpScreen(contexts: contexts, scenery: scenery)
        }
    }
}
