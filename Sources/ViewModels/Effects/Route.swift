import ChimeIdentity

/// A place a person can go to: one case per screen.
public enum Route: Hashable, Sendable {
    /// The picker of AppInstances. The id of a user, where there is one, is opened within the AppInstance.
    case appInstances(openingUser: String?)
    /// The picker of the users of one AppInstance.
    case users(appInstanceArn: String)
    /// The devices of one user, with the detail pane.
    case devices(user: UserReference)
    /// The editor of a user's tags.
    case tags(user: UserReference)
    /// The form that registers a device for a user.
    case register(user: UserReference)
    /// The form that registers a device anew in place of an endpoint that does not work.
    case repair(user: UserReference, endpointId: String, old: Registration, fault: EndpointFault?)
    /// The line that renames a device.
    case rename(user: UserReference, endpointId: String, name: String)
    /// A question that must be answered before something happens.
    case confirm(Confirmation)
    /// The picker of the profile or region. Nil is none in use.
    case session(SessionChoice.Part, current: String?)
    /// The dialog that asks for the code of an MFA device.
    case code(CodeRequest)
    /// What was changed and what went wrong.
    case activity
    /// Everything about one entry of the activity.
    case activityEntry(ActivityEntry)
    /// Every command of the screen below, to be found by typing.
    case commandPalette
    /// The menu of what can be copied.
    case copy([CopyItem])
    /// Every key that works where it was asked for.
    case help
}

extension UserReference {
    /// What to call the user: the name, else the id, else the ARN. Untrusted text.
    public var title: String { name ?? AppInstanceARN(arn)?.userId ?? arn }
}

/// A user as a screen names it: the ARN decides, the name is for the eye.
public struct UserReference: Hashable, Sendable {
    /// The ARN of the AppInstanceUser.
    public let arn: String
    /// The name as last read, if it is known. Untrusted text.
    public let name: String?

    /// Names a user.
    public init(arn: String, name: String? = nil) {
        self.arn = arn
        self.name = name
    }
}
