import ArgumentParser
import ChimeIdentity
import Foundation

/// Commands on the endpoints of a user.
struct Endpoints: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endpoints",
        abstract: "The endpoints (devices) of a user.",
        subcommands: [List.self, Show.self, Register.self, Update.self, Deregister.self])

    struct List: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the endpoints of a user.")
        @OptionGroup var user: UserOption
        @Option(help: ArgumentHelp("Stop after this many.", valueName: "count")) var maxItems: Int?
        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let client = try service.client()
            let endpoints = try await client.endpoints(of: user.arn(with: client)).collected(maxItems)
            let listing = Listing(
                member: "AppInstanceUserEndpoints",
                columns: [
                    .init("NAME", "Name") { $0.name },
                    .init("STATUS", "Status") { $0.endpointState?.status.rawValue },
                    .init("REASON", "StatusReason") { $0.endpointState?.statusReason?.rawValue },
                    .init("ALLOW", "AllowMessages") { $0.allowMessages?.rawValue },
                    .init("TYPE", "Type") { $0.type?.rawValue },
                    .init("ENDPOINT ID", "EndpointId") { $0.endpointId },
                ], items: endpoints)
            Output.write(try listing.text(output.output, style: TableStyle(service)))
        }
    }

    struct Show: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show an endpoint in full.")
        @Argument(help: "The EndpointId.") var endpointId: String
        @OptionGroup var user: UserOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var service: ServiceOptions

        func perform() async throws {
            let client = try service.client()
            let userArn = try await user.arn(with: client)
            let response = try await client.perform(
                Operations.describeAppInstanceUserEndpoint,
                DescribeAppInstanceUserEndpointRequest(appInstanceUserArn: userArn, endpointId: endpointId))
            let endpoint = response.appInstanceUserEndpoint
            let diagnosis = Diagnosis(endpoint, userArn: userArn)
            let faults = diagnosis.faults.map { fault in
                "\([fault.field.rawValue, fault.segment].compactMap { $0 }.joined(separator: ", ")): \(fault.problem)"
            }
            let details = Details(
                value: response,
                fields: [
                    ("Name", endpoint.name), ("EndpointId", endpoint.endpointId),
                    ("Status", endpoint.endpointState?.status.rawValue),
                    ("StatusReason", endpoint.endpointState?.statusReason?.rawValue),
                    ("What it means", diagnosis.meaning), ("What to do", diagnosis.nextStep.sentence),
                    ("Looks wrong", faults.isEmpty ? nil : faults.joined(separator: " ")),
                    ("AllowMessages", endpoint.allowMessages?.rawValue), ("Type", endpoint.type?.rawValue),
                    ("ResourceArn", endpoint.resourceArn),
                    ("DeviceToken", endpoint.endpointAttributes?.deviceToken),
                    ("VoipDeviceToken", endpoint.endpointAttributes?.voipDeviceToken),
                    ("CreatedTimestamp", endpoint.createdTimestamp?.text),
                    ("LastUpdatedTimestamp", endpoint.lastUpdatedTimestamp?.text),
                    ("AppInstanceUserArn", endpoint.appInstanceUserArn),
                ])
            Output.write(try details.text(output.output))
        }
    }

    struct Register: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "register", abstract: "Register an endpoint for a user.")
        @OptionGroup var user: UserOption
        @Option(help: "APNS, APNS_SANDBOX or GCM.", completion: .list(["APNS", "APNS_SANDBOX", "GCM"]))
        var type: String
        @Option(help: ArgumentHelp("The push application.", valueName: "arn")) var resourceArn: String
        @Option(help: ArgumentHelp("The device token; - reads it from standard input.", valueName: "token"))
        var deviceToken: String
        @Option(help: ArgumentHelp("The VoIP device token.", valueName: "token")) var voipDeviceToken: String?
        @Option(help: "The name.") var name: String?
        @Option(help: "ALL or NONE.", completion: .list(["ALL", "NONE"])) var allowMessages: String?
        @Option(help: ArgumentHelp("The same token replays the first result.", valueName: "token"))
        var clientRequestToken: String?
        @OptionGroup var output: OutputOptions
        @OptionGroup var write: WriteOptions

        func perform() async throws {
            let client = try write.client()
            let token = deviceToken == "-" ? readLine() ?? "" : deviceToken
            let response = try await client.perform(
                Operations.registerAppInstanceUserEndpoint,
                RegisterAppInstanceUserEndpointRequest(
                    appInstanceUserArn: user.arn(with: client), name: name,
                    type: EndpointType(rawValue: type), resourceArn: resourceArn,
                    endpointAttributes: EndpointAttributes(
                        deviceToken: token, voipDeviceToken: voipDeviceToken),
                    clientRequestToken: clientRequestToken,
                    allowMessages: allowMessages.map(AllowMessages.init(rawValue:))))
            let details = Details(value: response, fields: [("EndpointId", response.endpointId)])
            Output.write(try details.text(output.output))
        }
    }

    struct Update: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Rename an endpoint, mute it, or let it receive messages.")
        @Argument(help: "The EndpointId; - reads ids from standard input, one a line.") var endpointId: String
        @OptionGroup var user: UserOption
        @Option(help: "The new name.") var name: String?
        @Option(help: "ALL or NONE.", completion: .list(["ALL", "NONE"])) var allowMessages: String?
        @OptionGroup var output: OutputOptions
        @OptionGroup var write: WriteOptions

        func validate() throws {
            guard name != nil || allowMessages != nil else {
                throw ValidationError("Give --name, --allow-messages or both.")
            }
        }

        func perform() async throws {
            let client = try write.client()
            let userArn = try await user.arn(with: client)
            if endpointId == BulkRun.standardInput {
                let ids = try BulkRun.idsOfStandardInput()
                try await BulkRun(output: output.output, style: TableStyle(write.service)).perform(
                    on: ids, done: "updated"
                ) { _ = try await update($0, of: userArn, with: client) }
                return
            }
            let response = try await update(endpointId, of: userArn, with: client)
            let details = Details(value: response, fields: [("EndpointId", response.endpointId)])
            Output.write(try details.text(output.output))
        }

        private func update(_ endpointId: String, of userArn: String, with client: IdentityClient)
            async throws -> UpdateAppInstanceUserEndpointResponse
        {
            try await client.perform(
                Operations.updateAppInstanceUserEndpoint,
                UpdateAppInstanceUserEndpointRequest(
                    appInstanceUserArn: userArn, endpointId: endpointId, name: name,
                    allowMessages: allowMessages.map(AllowMessages.init(rawValue:))))
        }
    }

    struct Deregister: ServiceCommand {
        static let configuration = CommandConfiguration(
            commandName: "deregister", abstract: "Deregister an endpoint.")
        @Argument(help: "The EndpointId; - reads ids from standard input, one a line.") var endpointId: String
        @OptionGroup var user: UserOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var write: WriteOptions

        func perform() async throws {
            let client = try write.client()
            let userArn = try await user.arn(with: client)
            func deregister(_ endpointId: String) async throws {
                _ = try await client.perform(
                    Operations.deregisterAppInstanceUserEndpoint,
                    DeregisterAppInstanceUserEndpointRequest(
                        appInstanceUserArn: userArn, endpointId: endpointId))
            }
            guard endpointId == BulkRun.standardInput else { return try await deregister(endpointId) }
            let ids = try BulkRun.idsOfStandardInput()
            try await BulkRun(output: output.output, style: TableStyle(write.service)).perform(
                on: ids, done: "deregistered", deregister)
        }
    }
}

extension PagedSequence {
    /// The items as an array, at most so many.
    func collected(_ limit: Int?) async throws -> [Element] {
        var items: [Element] = []
        if limit == 0 { return items }
        for try await item in self {
            items.append(item)
            if items.count == limit { break }
        }
        return items
    }
}
