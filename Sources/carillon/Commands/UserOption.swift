import ArgumentParser
import ChimeIdentity

/// Names a user by ARN, or by id where the AppInstance is known.
struct UserOption: ParsableArguments {
    @Option(help: ArgumentHelp("The user: an ARN, or an id within the AppInstance.", valueName: "arn|id"))
    var user: String

    @OptionGroup var appInstance: AppInstanceOption

    /// The user's ARN.
    func arn(with client: IdentityClient) async throws -> String {
        try await appInstance.userArn(user, with: client)
    }
}

/// Names an AppInstance; where there is just one it need not be named.
struct AppInstanceOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The AppInstance; not needed where there is just one, or config.yaml names one.", valueName: "arn"
        ))
    var appInstance: String?

    /// The ARN of a user named by ARN or id.
    func userArn(_ user: String, with client: IdentityClient) async throws -> String {
        user.hasPrefix("arn:") ? user : try userArn(user, in: await arn(with: client))
    }

    /// The ARN of a user of an AppInstance.
    ///
    /// - Throws: `CommandFailure` where the ARN is not that of an AppInstance.
    func userArn(_ user: String, in instance: String) throws -> String {
        guard let parsed = AppInstanceARN(instance) else {
            throw CommandFailure(
                .badInput, "'\(instance)' is no ARN of an AppInstance; see 'carillon instances list'.")
        }
        return parsed.user(user)
    }

    /// The ARN of the AppInstance.
    func arn(with client: IdentityClient) async throws -> String {
        if let named = try appInstance ?? Preferences.file().appInstance.value { return named }
        var found: [String] = []
        for try await instance in client.appInstances() {
            found.append(instance.appInstanceArn)
            if found.count > 1 { break }
        }
        guard let only = found.first, found.count == 1 else {
            throw CommandFailure(
                .badUsage,
                found.isEmpty
                    ? "There is no AppInstance in this account and region; check --profile and --region."
                    : "There is more than one AppInstance; choose one with --app-instance "
                        + "(see 'carillon instances list').")
        }
        return only
    }
}
