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

    /// The argument that names what gets or loses tags: one, or those of standard input.
    struct ResourcesArgument: ParsableArguments {
        @Argument(
            help:
                "The ARN of a user or an AppInstance, or the id of a user; - reads them from standard input, one a line."
        )
        var resource: String
        @OptionGroup var appInstance: AppInstanceOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var write: WriteOptions

        /// Does it to the one, or to each and says how it went.
        func perform(done: String, _ body: (IdentityClient, String) async throws -> Void) async throws {
            let client = try write.client()
            guard resource == BulkRun.standardInput else {
                return try await body(client, appInstance.userArn(resource, with: client))
            }
            let ids = try BulkRun.idsOfStandardInput()
            var instance: String?
            try await BulkRun(output: output.output, style: TableStyle(write.service)).perform(
                on: ids, done: done
            ) { id in
                if id.hasPrefix("arn:") { return try await body(client, id) }
                // Asked for once, however many ids there are.
                let found = if let instance { instance } else { try await appInstance.arn(with: client) }
                instance = found
                try await body(client, appInstance.userArn(id, in: found))
            }
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
        @OptionGroup var resources: ResourcesArgument
        @Argument(help: ArgumentHelp("The tags.", valueName: "key=value")) var tags: [TagArgument]

        func perform() async throws {
            try await resources.perform(done: "tagged") { client, arn in
                _ = try await client.perform(
                    Operations.tagResource, TagResourceRequest(resourceARN: arn, tags: tags.map(\.tag)))
            }
        }
    }

    struct Remove: ServiceCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove tags.")
        @OptionGroup var resources: ResourcesArgument
        @Argument(help: "The keys.") var keys: [String]

        func perform() async throws {
            try await resources.perform(done: "untagged") { client, arn in
                _ = try await client.perform(
                    Operations.untagResource, UntagResourceRequest(resourceARN: arn, tagKeys: keys))
            }
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
