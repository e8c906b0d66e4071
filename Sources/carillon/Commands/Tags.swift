import ArgumentParser
import ChimeIdentity
import Foundation

/// Commands on the tags of a user or an AppInstance.
struct Tags: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags",
        abstract: "The tags of a user or an AppInstance.",
        subcommands: [List.self, Set.self, Remove.self])

    /// The argument that names what has the tags.
    struct ResourceArgument: ParsableArguments {
        @Argument(help: "The ARN of a user or an AppInstance, or the id of a user.") var resource: String
        @OptionGroup var appInstance: AppInstanceOption

        func arn(with client: IdentityClient) async throws -> String {
            try await appInstance.userArn(resource, with: client)
        }
    }

    struct List: ServiceCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tags.")
        @OptionGroup var resource: ResourceArgument
        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let client = try service.client()
            let response = try await client.perform(
                Operations.listTagsForResource,
                ListTagsForResourceRequest(resourceARN: resource.arn(with: client)))
            let listing = Listing(
                member: "Tags",
                columns: [.init("KEY", "Key") { $0.key }, .init("VALUE", "Value") { $0.value }],
                items: response.tags ?? [])
            Output.write(try listing.text(output.output, style: TableStyle(service)))
        }
    }

    struct Set: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract: "Put tags; a key that is there gets the new value.")
        @OptionGroup var resource: ResourceArgument
        @Argument(help: ArgumentHelp("The tags.", valueName: "key=value")) var tags: [TagArgument]
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let client = try service.client()
            _ = try await client.perform(
                Operations.tagResource,
                TagResourceRequest(resourceARN: resource.arn(with: client), tags: tags.map(\.tag)))
        }
    }

    struct Remove: ServiceCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove tags.")
        @OptionGroup var resource: ResourceArgument
        @Argument(help: "The keys.") var keys: [String]
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let client = try service.client()
            _ = try await client.perform(
                Operations.untagResource,
                UntagResourceRequest(resourceARN: resource.arn(with: client), tagKeys: keys))
        }
    }
}

/// A tag as a command takes it: `key=value`. The key ends at the first equals sign.
struct TagArgument: ExpressibleByArgument, Sendable {
    let tag: Tag

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="), separator > argument.startIndex else {
            return nil
        }
        tag = Tag(
            key: String(argument[..<separator]), value: String(argument[argument.index(after: separator)...]))
    }
}
