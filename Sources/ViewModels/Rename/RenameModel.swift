import ChimeIdentity
import Foundation

/// The line that renames a device. It stays open until the service has taken the name.
public struct RenameModel: Sendable, Equatable {
    /// Where the attempt stands.
    public enum Phase: Sendable, Equatable {
        /// The person is typing.
        case editing
        /// The name was sent.
        case saving
        /// The service has not taken the name; what was typed stays.
        case failed(Failure)
    }

    /// The most Unicode scalars of a name (`SensitiveString1600` of the service model).
    public static let nameLimit = 1600

    /// The user.
    public let user: UserReference
    /// The endpoint.
    public let endpointId: String
    /// The name it has.
    public private(set) var previousName: String
    /// Where the attempt stands.
    public private(set) var phase = Phase.editing
    private var sent: Write?

    /// A line for a device.
    public init(user: UserReference, endpointId: String, name: String) {
        self.user = user
        self.endpointId = endpointId
        previousName = name
    }

    /// Sends a name; closes where it is the one the device has.
    public mutating func submit(_ name: String) -> [Effect] {
        guard phase != .saving else { return [] }
        guard name != previousName else { return [.back] }
        let write = Write.updateEndpoint(
            userArn: user.arn, endpointId: endpointId, change: EndpointChange(name: name),
            previous: EndpointChange(name: previousName))
        sent = write
        phase = .saving
        return [.write(write)]
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .written(let outcome) where outcome.write == sent:
            switch outcome.result {
            case .success: return [.back]
            case .failure(let failure):
                phase = .failed(failure)
                if let now = failure.changed {
                    phase = .failed(
                        Failure(
                            summary: "Nothing was sent: meanwhile somebody has renamed it to “\(now.name)”.",
                            advice: "Accept again to give it your name all the same."))
                    previousName = now.name
                }
            }
        case .declined(let write) where write == sent:
            phase = .editing
        default: break
        }
        return []
    }
}
