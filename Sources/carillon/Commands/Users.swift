import ArgumentParser
import ChimeIdentity
import Foundation

/// Commands on the users of an AppInstance.
struct Users: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users",
        abstract: "The users of an AppInstance.",
        subcommands: [List.self, Show.self, Create.self, Update.self, Delete.self])

    struct List: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the users of an AppInstance.")
        @OptionGroup var appInstance: AppInstanceOption
        @Option(help: ArgumentHelp("Stop after this many.", valueName: "count")) var maxItems: Int?
        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let client = try service.client()
            let arn = try await appInstance.arn(with: client)
            let users = try await client.users(of: arn).collected(maxItems)
            let listing = Listing(
                member: "AppInstanceUsers", siblings: ["AppInstanceArn": arn],
                columns: [
                    .init("NAME", "Name") { $0.name },
                    .init("USER ID", "AppInstanceUserId") { AppInstanceARN($0.appInstanceUserArn)?.userId },
                    .init("ARN", "AppInstanceUserArn") { $0.appInstanceUserArn },
                ], items: users)
            Output.write(try listing.text(output.output, style: TableStyle(service)))
        }
    }

    /// The argument that names a user.
    struct UserArgument: ParsableArguments {
        @Argument(help: "The user: an ARN, or an id within the AppInstance.") var user: String
        @OptionGroup var appInstance: AppInstanceOption

        func arn(with client: IdentityClient) async throws -> String {
            try await appInstance.userArn(user, with: client)
        }
    }

    struct Show: ServiceCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a user in full.")
        @OptionGroup var user: UserArgument
        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let client = try service.client()
            let response = try await client.perform(
                Operations.describeAppInstanceUser,
                DescribeAppInstanceUserRequest(appInstanceUserArn: user.arn(with: client)))
            let user = response.appInstanceUser
            let details = Details(
                value: response,
                fields: [
                    ("Name", user.name), ("AppInstanceUserArn", user.appInstanceUserArn),
                    ("Metadata", user.metadata), ("CreatedTimestamp", user.createdTimestamp?.text),
                    ("LastUpdatedTimestamp", user.lastUpdatedTimestamp?.text),
                    ("ExpirationDays", user.expirationSettings.map { String($0.expirationDays) }),
                ])
            Output.write(try details.text(output.output))
        }
    }

    struct Create: ServiceCommand {
        static let configuration = CommandConfiguration(commandName: "create", abstract: "Create a user.")
        @Argument(help: "The id of the user within the AppInstance.") var userId: String
        @OptionGroup var appInstance: AppInstanceOption
        @Option(help: "The name.") var name: String
        @Option(help: "Free text that the application keeps with the user.") var metadata: String?
        @Option(help: ArgumentHelp("A tag; may be given again.", valueName: "key=value")) var tag:
            [TagArgument] = []
        @OptionGroup var output: OutputOptions
        @OptionGroup var write: WriteOptions

        func perform() async throws {
            let client = try write.client()
            let response = try await client.perform(
                Operations.createAppInstanceUser,
                CreateAppInstanceUserRequest(
                    appInstanceArn: appInstance.arn(with: client), appInstanceUserId: userId, name: name,
                    metadata: metadata, tags: tag.isEmpty ? nil : tag.map(\.tag)))
            let details = Details(
                value: response, fields: [("AppInstanceUserArn", response.appInstanceUserArn)])
            Output.write(try details.text(output.output))
        }
    }

    struct Update: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Change a user's name or metadata; what is not given stays.")
        @OptionGroup var user: UserArgument
        @Option(help: "The new name.") var name: String?
        @Option(help: "The new metadata.") var metadata: String?
        @OptionGroup var output: OutputOptions
        @OptionGroup var write: WriteOptions

        func validate() throws {
            guard name != nil || metadata != nil else {
                throw ValidationError("Give --name, --metadata or both.")
            }
        }

        func perform() async throws {
            let client = try write.client()
            let arn = try await user.arn(with: client)
            // The service replaces both, so the one that is not given has to be read first.
            let now = try await client.perform(
                Operations.describeAppInstanceUser, DescribeAppInstanceUserRequest(appInstanceUserArn: arn)
            ).appInstanceUser
            let response = try await client.perform(
                Operations.updateAppInstanceUser,
                UpdateAppInstanceUserRequest(
                    appInstanceUserArn: arn, name: name ?? now.name ?? "",
                    metadata: metadata ?? now.metadata ?? ""))
            let details = Details(value: response, fields: [("AppInstanceUserArn", arn)])
            Output.write(try details.text(output.output))
        }
    }

    struct Delete: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Delete a user with its endpoints and tags.")
        @OptionGroup var user: UserArgument
        @OptionGroup var write: WriteOptions

        func perform() async throws {
            let client = try write.client()
            _ = try await client.perform(
                Operations.deleteAppInstanceUser,
                DeleteAppInstanceUserRequest(appInstanceUserArn: user.arn(with: client)))
        }
    }
}
