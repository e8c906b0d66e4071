import ChimeIdentity
import Testing

@Suite("A wrong input is named before anything is sent")
struct ValidationTests {
    static let endpoint: [String: JSONValue] = [
        "AppInstanceUserArn": .string(Sample.user), "Type": .string("GCM"),
        "ResourceArn": .string(Sample.application),
        "EndpointAttributes": .object(["DeviceToken": .string("t")]), "ClientRequestToken": .string("ab"),
    ]

    @Test("each kind of mistake has a sentence with the parameter and the limit", arguments: mistakes)
    func sentences(mistake: Mistake) {
        var input = Self.endpoint
        for (name, value) in mistake.members { input[name] = value }

        #expect {
            try Operations.registerAppInstanceUserEndpoint.descriptor.input.validate(input)
        } throws: { error in
            "\(error)" == mistake.sentence
        }
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let members: [String: JSONValue]
        let sentence: String

        init(_ name: String, _ value: JSONValue, _ sentence: String) {
            members = [name: value]
            self.sentence = sentence
        }

        var testDescription: String { sentence }
    }

    static let mistakes = [
        Mistake(
            "Name", .string(String(repeating: "n", count: 1700)),
            "Name is 1,700 characters long; the limit is 1,600."),
        Mistake("Name", .integer(5), "Name must be text."),
        Mistake("Type", .null, "Type is missing."),
        Mistake("Type", .string("apns"), "Type must be one of APNS, APNS_SANDBOX, GCM."),
        Mistake("Type", .bool(true), "Type must be text."),
        Mistake(
            "ResourceArn", .string("arn:aws"),
            "ResourceArn must be an ARN such as "
                + "arn:aws:chime:us-east-1:111122223333:app-instance/ID/user/ID."),
        Mistake("ResourceArn", .string("arn"), "ResourceArn is 3 characters long; the minimum is 5."),
        Mistake(
            "ClientRequestToken", .string("a"), "ClientRequestToken is 1 character long; the minimum is 2."),
        Mistake(
            "ClientRequestToken", .string("a b"),
            "ClientRequestToken may hold only letters, digits, '-' and '_'."),
        Mistake("EndpointAttributes", .string("t"), "EndpointAttributes must be an object."),
        Mistake("EndpointAttributes", .object([:]), "EndpointAttributes.DeviceToken is missing."),
        Mistake(
            "EndpointAttributes", .object(["DeviceToken": .string("")]),
            "EndpointAttributes.DeviceToken is empty."),
        Mistake(
            "EndpointAttributes",
            .object([
                "DeviceToken": .string("t"), "VoipDeviceToken": .string(String(repeating: "v", count: 1601)),
            ]),
            "EndpointAttributes.VoipDeviceToken is 1,601 characters long; the limit is 1,600."),
    ]

    @Test("a mistake in a list says which item")
    func lists() {
        func tags(_ tags: [JSONValue]) -> String? {
            failure(of: Operations.tagResource, ["ResourceARN": .string(Sample.user), "Tags": .array(tags)])
        }
        let good = JSONValue.object(["Key": .string("k"), "Value": .string("v")])
        let noKey = JSONValue.object(["Key": .string(""), "Value": .string("v")])

        #expect(tags([good]) == nil)
        #expect(tags([good, good, good, noKey]) == "Tags[3].Key is empty.")
        #expect(tags([]) == "Tags is empty; it must have at least 1 item.")
        #expect(tags(Array(repeating: good, count: 51)) == "Tags has 51 items; the limit is 50.")
        #expect(tags([.string("k")]) == "Tags[0] must be an object.")
    }

    @Test("a number must be whole and within its range")
    func numbers() {
        func maxResults(_ value: JSONValue) -> String? {
            failure(of: Operations.listAppInstances, ["MaxResults": value])
        }

        #expect(maxResults(.integer(1)) == nil)
        #expect(maxResults(.integer(50)) == nil)
        #expect(maxResults(.integer(0)) == "MaxResults is 0; it must be from 1 to 50.")
        #expect(maxResults(.integer(-5475)) == "MaxResults is -5,475; it must be from 1 to 50.")
        #expect(maxResults(.number(3)) == "MaxResults must be a whole number from 1 to 50.")
        #expect(maxResults(.string("3")) == "MaxResults must be a whole number from 1 to 50.")
    }

    @Test("lengths count Unicode scalars, neither bytes nor what a person sees as one")
    func scalars() {
        func name(_ text: String) -> String? {
            failure(
                of: Operations.updateAppInstanceUser,
                [
                    "AppInstanceUserArn": .string(Sample.user), "Name": .string(text),
                    "Metadata": .string(""),
                ])
        }

        #expect(name(String(repeating: "🔔", count: 100)) == nil)
        #expect(name(String(repeating: "👩‍👧", count: 33)) == nil)
        #expect(
            name(String(repeating: "👩‍👧", count: 34)) == "Name is 102 characters long; the limit is 100.")
    }

    @Test(
        "no sentence repeats a sensitive value",
        arguments: ["🔑", "secret\u{7}", String(repeating: "secret", count: 300)])
    func discretion(value: String) {
        let input: [String: JSONValue] = [
            "AppInstanceArn": .string(value), "AppInstanceUserId": .string(value), "Name": .string(value),
            "Metadata": .string(value),
        ]
        for member in Operations.createAppInstanceUser.descriptor.input {
            do {
                try [member].validate(input)
            } catch {
                #expect(!error.description.contains("secret") && !error.description.contains("🔑"))
            }
        }
        #expect(failure(of: Operations.createAppInstanceUser, input) != nil)
    }

    @Test("a member of the path that would lead elsewhere is refused", arguments: ["", ".", ".."])
    func pathMembers(id: String) {
        let input: [String: JSONValue] = [
            "AppInstanceUserArn": .string(Sample.user), "EndpointId": .string(id),
        ]

        #expect(failure(of: Operations.deregisterAppInstanceUserEndpoint, input) != nil)
        #expect(
            failure(
                of: Operations.updateAppInstanceUserEndpoint,
                input.merging(["EndpointId": .string("..."), "Name": .string(id)]) { $1 }) == nil)
    }

    @Test("members that the model does not know are let through")
    func unknownMembers() {
        #expect(failure(of: Operations.listAppInstances, ["Colour": .string("red")]) == nil)
    }

    private func failure<Input, Output>(
        of operation: ChimeIdentity.Operation<Input, Output>, _ input: [String: JSONValue]
    ) -> String? {
        do {
            try operation.descriptor.input.validate(input)
            return nil
        } catch {
            return error.description
        }
    }
}
