import ChimeIdentity
import Crypto
import Foundation

/// The devices and tags of the sample people. The same every time: what looks random is drawn from a hash of the
/// person's id.
struct SampleDevices {
    private let personId: String
    private let userArn: String
    private let account: String
    private let region: String

    init(personId: String, userArn: String, account: String, region: String) {
        self.personId = personId
        self.userArn = userArn
        self.account = account
        self.region = region
    }

    /// What a device is called, and what pushes to it.
    struct Model {
        let name: String
        let type: EndpointType
    }

    static let models = [
        Model(name: "iPhone 15", type: .apns), Model(name: "Pixel 8", type: .gcm),
        Model(name: "iPad mini", type: .apns), Model(name: "Galaxy S24", type: .gcm),
        Model(name: "iPhone SE", type: .apns), Model(name: "TestFlight build", type: .apnsSandbox),
        Model(name: "Fairphone 5", type: .gcm), Model(name: "Work phone", type: .gcm),
        Model(name: "平板电脑", type: .gcm), Model(name: "Kids' tablet 🦕", type: .gcm),
    ]

    /// The devices, at most ten.
    var registrations: [RegisterAppInstanceUserEndpointRequest] {
        if personId == "ada.lovelace" { return documented }
        let count = number("count") % 11
        let offset = number("offset") % Self.models.count
        return (0..<count).map { index in
            let model = Self.models[(offset + index) % Self.models.count]
            let fate = number("fate \(index)") % 10
            return registration(
                model.name, model.type, isMuted: number("muted \(index)") % 4 == 0,
                hasBadToken: fate == 0, hasBadArn: fate == 1, index: index)
        }
    }

    /// The tags.
    var tags: [Tag] {
        if personId == "ada.lovelace" {
            return [Tag(key: "ticket", value: "48211"), Tag(key: "tier", value: "gold")]
        }
        let tiers = ["bronze", "silver", "gold"]
        var tags = [Tag(key: "tier", value: tiers[number("tier") % tiers.count])]
        if number("ticket") % 3 == 0 {
            tags.append(Tag(key: "ticket", value: String(40000 + number("ticket") % 9999)))
        }
        return tags
    }

    /// The devices of the user whom the documentation shows.
    private var documented: [RegisterAppInstanceUserEndpointRequest] {
        [
            registration("iPhone 15", .apns, index: 0),
            registration("iPad mini", .apns, isMuted: true, index: 1),
            registration("Pixel 8", .gcm, hasBadToken: true, index: 2),
            registration("Old test build", .apnsSandbox, hasBadArn: true, index: 3),
        ]
    }

    private func registration(
        _ name: String, _ type: EndpointType, isMuted: Bool = false, hasBadToken: Bool = false,
        hasBadArn: Bool = false, index: Int
    ) -> RegisterAppInstanceUserEndpointRequest {
        let apple = hexadecimal("apple \(index)")
        let firebase = "\(apple.prefix(22)):APA91b\(hexadecimal("a \(index)"))\(hexadecimal("b \(index)"))_-x"
        // A token that the push provider does not know is, in the sample, one of the other platform.
        let usesApple = (type != .gcm) != hasBadToken
        let application = String(hexadecimal("application").prefix(32))
        return RegisterAppInstanceUserEndpointRequest(
            appInstanceUserArn: userArn, name: name, type: type,
            resourceArn: "arn:aws:mobiletargeting:\(hasBadArn ? "eu-west-1" : region):\(account):apps/"
                + application,
            endpointAttributes: EndpointAttributes(deviceToken: usesApple ? apple : firebase),
            allowMessages: isMuted ? AllowMessages.none : .all)
    }

    private func number(_ purpose: String) -> Int {
        Int(digest(purpose).prefix(4).reduce(0) { $0 << 8 | UInt32($1) } >> 1)
    }

    private func hexadecimal(_ purpose: String) -> String {
        digest(purpose).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0\(text)" : text
        }.joined()
    }

    private func digest(_ purpose: String) -> Data {
        Data(SHA256.hash(data: Data("\(personId)/\(purpose)".utf8)))
    }
}
