import ChimeIdentity

/// A user of `GeneratedData`. All there is to know of one follows from its number.
public struct GeneratedUser: Sendable {
    /// How many users an AppInstance gets: as many as the account's quota allows.
    static let countPerAppInstance = 100_000

    /// How many devices users have, by turns: none to six, three on average.
    private static let deviceCounts = [3, 1, 5, 2, 4, 3, 0, 6]

    private let number: Int

    /// The user of a number.
    ///
    /// - Parameter number: From 0.
    public init(_ number: Int) {
        self.number = number
    }

    /// The id of the AppInstance.
    public var appInstanceId: String { "6e61c000-0000-4000-8000-" + Self.digits(appInstanceNumber) }

    /// The name of the AppInstance.
    var appInstanceName: String { "Generated \(appInstanceNumber + 1)" }

    /// The AppInstanceUserId.
    public var id: String { "\(person.id).\(number)" }

    /// The name.
    var name: String { "\(person.name) \(number)" }

    /// The tags.
    var tags: [Tag] { [Tag(key: "tier", value: ["bronze", "silver", "gold"][number % 3])] }

    /// How many days after the first one it was made.
    var day: Int { number % 300 }

    /// The ids of the endpoints; in the order of users, so that an index grows at its end.
    public var endpointIds: [String] {
        (0..<deviceCount).map { "6e61e000-0000-4000-8000-" + Self.digits(number * 10 + $0) }
    }

    /// What registers the devices.
    ///
    /// - Parameter arn: The ARN of the user.
    func registrations(arn: String, context: HandlerContext) -> [RegisterAppInstanceUserEndpointRequest] {
        var dice = SeededDice(seed: 0, turn: UInt64(number))
        return (0..<deviceCount).map { _ in
            let model = SampleDevices.models[Int(dice.next() % UInt64(SampleDevices.models.count))]
            let apple = dice.hexadecimal(64)
            let firebase = "\(dice.hexadecimal(22)):APA91b\(dice.hexadecimal(128))"
            // One in ten has a token of the other platform, and so is INACTIVE.
            let usesApple = (model.type != .gcm) != (dice.roll() < 0.1)
            return RegisterAppInstanceUserEndpointRequest(
                appInstanceUserArn: arn, name: model.name, type: model.type,
                resourceArn:
                    "arn:aws:mobiletargeting:\(context.region):\(context.account):apps/\(dice.hexadecimal(32))",
                endpointAttributes: EndpointAttributes(deviceToken: usesApple ? apple : firebase),
                allowMessages: dice.roll() < 0.2 ? AllowMessages.none : .all)
        }
    }

    private var appInstanceNumber: Int { number / Self.countPerAppInstance }
    private var person: (id: String, name: String) { SamplePeople.all[number % SamplePeople.all.count] }
    private var deviceCount: Int { Self.deviceCounts[number % Self.deviceCounts.count] }

    /// The last part of a UUID.
    private static func digits(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 12 - text.count)) + text
    }
}
