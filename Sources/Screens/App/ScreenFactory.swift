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
    /// - Parameter below: The screen that it is to stand on; help and the command palette show its commands.
    func screen(for route: Route, above below: (any Screen<Effect, Message>)?) -> any Screen<Effect, Message>
    {
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
        case .activity: PickerScreen(ActivityModel(), words: .activity, scenery: scenery)
        case .activityEntry(let entry): ActivityEntryScreen(entry, scenery: scenery)
        case .commandPalette:
            CommandPaletteScreen(
                CommandPaletteModel(below.map { CommandItem.all(of: $0, keyMap: scenery.keyMap) } ?? []),
                scenery: scenery)
        case .copy(let items): CopyScreen(CopyModel(items), scenery: scenery)
        case .help: HelpScreen(contexts: below?.contexts ?? [], scenery: scenery)
        }
    }
}
