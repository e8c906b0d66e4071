import ArgumentParser
import ChimeIdentity
import Foundation

/// Commands on AppInstances.
struct Instances: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instances",
        abstract: "The AppInstances of the account.",
        subcommands: [List.self, Show.self, Create.self, Update.self, Delete.self])

    struct List: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the AppInstances of the account.")
        @Option(help: ArgumentHelp("Stop after this many.", valueName: "count")) var maxItems: Int?
        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let listing = Listing(
                member: "AppInstances",
                columns: [
                    .init("NAME", "Name") { $0.name }, .init("ARN", "AppInstanceArn") { $0.appInstanceArn },
                ],
                items: try await service.client().appInstances().collected(maxItems))
            Output.write(try listing.text(output.output, style: TableStyle(service)))
        }
    }

    struct Show: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show an AppInstance in full.")
        @Argument(help: "The ARN of the AppInstance.") var appInstanceArn: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let response = try await service.client().perform(
                Operations.describeAppInstance, DescribeAppInstanceRequest(appInstanceArn: appInstanceArn))
            let instance = response.appInstance
            let details = Details(
                value: response,
                fields: [
                    ("Name", instance.name), ("AppInstanceArn", instance.appInstanceArn),
                    ("Metadata", instance.metadata), ("CreatedTimestamp", instance.createdTimestamp?.text),
                    ("LastUpdatedTimestamp", instance.lastUpdatedTimestamp?.text),
                ])
            Output.write(try details.text(output.output))
        }
    }

    struct Create: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Create an AppInstance.")
        @Option(help: "The name.") var name: String
        @Option(help: "Free text that the application keeps with it.") var metadata: String?
        @Option(help: ArgumentHelp("A tag; may be given again.", valueName: "key=value")) var tag:
            [TagArgument] = []
        @OptionGroup var output: OutputOptions
        @OptionGroup var write: WriteOptions

        func perform() async throws {
            let response = try await write.client().perform(
                Operations.createAppInstance,
                CreateAppInstanceRequest(
                    name: name, metadata: metadata, tags: tag.isEmpty ? nil : tag.map(\.tag)))
            let details = Details(value: response, fields: [("AppInstanceArn", response.appInstanceArn)])
            Output.write(try details.text(output.output))
        }
    }

    struct Update: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Change an AppInstance's name or metadata; what is not given stays.")
        @Argument(help: "The ARN of the AppInstance.") var appInstanceArn: String
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
            // The service replaces both, so the one that is not given has to be read first.
            let now = try await client.perform(
                Operations.describeAppInstance, DescribeAppInstanceRequest(appInstanceArn: appInstanceArn)
            ).appInstance
            let response = try await client.perform(
                Operations.updateAppInstance,
                UpdateAppInstanceRequest(
                    appInstanceArn: appInstanceArn, name: name ?? now.name ?? "",
                    metadata: metadata ?? now.metadata ?? ""))
            let details = Details(value: response, fields: [("AppInstanceArn", appInstanceArn)])
            Output.write(try details.text(output.output))
        }
    }

    struct Delete: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Delete an AppInstance with its users, their endpoints and tags.")
        @Argument(help: "The ARN of the AppInstance.") var appInstanceArn: String
        @OptionGroup var write: WriteOptions

        func perform() async throws {
            _ = try await write.client().perform(
                Operations.deleteAppInstance, DeleteAppInstanceRequest(appInstanceArn: appInstanceArn))
        }
    }
}
