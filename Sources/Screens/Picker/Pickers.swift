import TerminalUI
import ViewModels

extension PickerDescription where Row == AppInstancesModel.Row {
    /// The picker of AppInstances.
    static let appInstances = PickerDescription(
        title: "AppInstances",
        columns: [
            ColumnLayout.Column("NAME", minimum: 20, maximum: 60),
            ColumnLayout.Column("ARN", minimum: 34, maximum: 120),
        ],
        fields: { instance, scenery in
            let palette = scenery.palette
            return [
                (SafeText(instance.name ?? "(no name)"), palette.text),
                (SafeText(instance.appInstanceArn), palette.label),
            ]
        },
        empty: "There is no AppInstance in this account and region.",
        emptyHint: "Check profile and region, or create one with 'carillon instances create'.",
        filteredMore: "")
}

extension PickerDescription where Row == SessionOption {
    /// The picker of profiles.
    static let profiles = options(
        title: "Profiles", columns: ("PROFILE", "REGION"), empty: "There are no profiles.",
        hint: "'aws configure' makes one.")
    /// The picker of regions.
    static let regions = options(
        title: "Regions", columns: ("REGION", "WHERE"), empty: "There are no regions.", hint: "")

    private static func options(
        title: String, columns: (SafeText, SafeText), empty: SafeText, hint: SafeText
    ) -> PickerDescription {
        PickerDescription(
            title: title,
            columns: [
                ColumnLayout.Column(columns.0, minimum: 24, maximum: 60),
                ColumnLayout.Column(columns.1, minimum: 24, maximum: 60),
            ],
            fields: { option, scenery in
                let palette = scenery.palette
                return [(SafeText(option.name), palette.text), (SafeText(option.detail), palette.label)]
            },
            empty: empty, emptyHint: hint, filteredMore: "")
    }
}

extension PickerDescription where Row == UsersModel.Row {
    /// The picker of users.
    static let users = PickerDescription(
        title: "Users",
        columns: [
            ColumnLayout.Column("NAME", minimum: 24, maximum: 60),
            ColumnLayout.Column("USER ID", minimum: 24, maximum: 64),
        ],
        fields: { row, scenery in
            let palette = scenery.palette
            return switch row {
            case .user(let user):
                [(SafeText(user.name ?? "(no name)"), palette.text), (SafeText(user.id), palette.label)]
            case .direct(let user):
                [("Open this user id", palette.notable), (SafeText(user.title), palette.text)]
            }
        },
        empty: "This AppInstance has no users.",
        emptyHint: "Create one with 'carillon users create', then refresh.",
        filteredMore: "; a user id or ARN opens that user")
}
