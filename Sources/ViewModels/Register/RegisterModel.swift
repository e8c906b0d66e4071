import ChimeIdentity
import Foundation

/// The form that registers a device: what was entered, what is wrong with it, and how the attempt went.
public struct RegisterModel: Sendable, Equatable {
    /// The fields in their order.
    public enum Field: Int, CaseIterable, Sendable, Hashable {
        /// The name.
        case name
        /// The push service.
        case type
        /// The ARN of the push application.
        case resourceArn
        /// The device token.
        case deviceToken
        /// The VoIP device token.
        case voipDeviceToken
        /// Whether messages are allowed.
        case allowMessages

        /// The member of the service model.
        var member: String {
            switch self {
            case .name: "Name"
            case .type: "Type"
            case .resourceArn: "ResourceArn"
            case .deviceToken: "DeviceToken"
            case .voipDeviceToken: "VoipDeviceToken"
            case .allowMessages: "AllowMessages"
            }
        }
    }

    /// Where the attempt stands.
    public enum Phase: Sendable, Equatable {
        /// The person is filling in the form.
        case editing
        /// The registration was sent.
        case saving
        /// The registration failed; what was entered stays.
        case failed(Failure)
    }

    /// The user to register a device for.
    public let user: UserReference
    /// What was entered.
    public private(set) var registration = Registration()
    /// Where the attempt stands.
    public private(set) var phase = Phase.editing
    /// Whether problems are shown for fields that are still empty.
    public private(set) var hasTried = false
    /// The EndpointId of the endpoint that the new one takes the place of; nil where there is none.
    public let replacedId: String?
    /// The field to begin with.
    public let firstField: Field
    private let initial: Registration
    private let tokenSeed: String
    private var attempt = 0
    private var attempted: Registration?

    /// An empty form.
    ///
    /// - Parameter tokenSeed: A fresh random text of at most 50 characters, from which idempotency tokens are
    ///   made.
    public init(user: UserReference, tokenSeed: String) {
        self.user = user
        self.tokenSeed = tokenSeed
        (replacedId, firstField, initial) = (nil, .name, Registration())
    }

    /// A form filled with the details of an endpoint that does not work, beginning with what is wrong with it.
    public init(
        user: UserReference, repairing endpointId: String, old: Registration, fault: EndpointFault?,
        tokenSeed: String
    ) {
        self.user = user
        self.tokenSeed = tokenSeed
        replacedId = endpointId
        initial = old
        registration = old
        firstField =
            switch fault?.cure {
            case .rightArn?: .resourceArn
            case .rightType?: .type
            case .newToken?: fault?.field == .voipDeviceToken ? .voipDeviceToken : .deviceToken
            case nil: .resourceArn
            }
    }

    /// Changes what was entered.
    public mutating func update(_ change: (inout Registration) -> Void) {
        change(&registration)
        if case .failed = phase { phase = .editing }
    }

    /// The choices of a field that has some, and the one that was made.
    public func choices(of field: Field) -> (values: [String], chosen: String) {
        switch field {
        case .type: (EndpointType.known.map(\.rawValue), registration.type.rawValue)
        case .allowMessages: (AllowMessages.known.map(\.rawValue), registration.allowMessages.rawValue)
        case .name, .resourceArn, .deviceToken, .voipDeviceToken: ([], "")
        }
    }

    /// Takes the choice a number of steps after the one that was made.
    public mutating func choose(_ field: Field, by step: Int) {
        let (values, chosen) = choices(of: field)
        guard let index = values.firstIndex(of: chosen) else { return }
        let value = values[(index + step + values.count) % values.count]
        update { registration in
            switch field {
            case .type: registration.type = EndpointType(rawValue: value)
            case .allowMessages: registration.allowMessages = AllowMessages(rawValue: value)
            case .name, .resourceArn, .deviceToken, .voipDeviceToken: break
            }
        }
    }

    /// What is wrong with a field, so that the service would refuse it; nil where nothing is.
    public func problem(with field: Field) -> String? {
        let empties: Set<Field> = [.resourceArn, .deviceToken]
        func check(_ shape: Shape, _ text: String, _ name: String) -> String? {
            if text.isEmpty { return empties.contains(field) && hasTried ? "\(name) is needed." : nil }
            do {
                try shape.validate(.string(text), parameter: name)
                return nil
            } catch {
                return error.description
            }
        }
        switch field {
        case .name: return check(.sensitiveString1600, registration.name, "The name")
        case .resourceArn: return check(.chimeArn, registration.resourceArn, "The ARN")
        case .deviceToken:
            return check(.nonEmptySensitiveString1600, registration.deviceToken, "The device token")
        case .voipDeviceToken:
            return check(.nonEmptySensitiveString1600, registration.voipDeviceToken, "The VoIP token")
        case .type, .allowMessages: return nil
        }
    }

    /// Why the service would take a field but the device get no messages; nil where it would.
    public func warning(for field: Field) -> String? {
        let faults = EndpointFaultFinder.faults(
            type: registration.type,
            resourceArn: registration.resourceArn.isEmpty ? nil : registration.resourceArn,
            attributes: registration.deviceToken.isEmpty
                ? nil
                : EndpointAttributes(
                    deviceToken: registration.deviceToken,
                    voipDeviceToken: registration.voipDeviceToken.isEmpty
                        ? nil : registration.voipDeviceToken),
            userArn: user.arn)
        return faults.first { $0.field.rawValue == field.member }?.problem
    }

    /// Whether leaving would lose something.
    public var hasEntries: Bool { registration != initial }

    /// Sends the registration, unless a field is wrong.
    ///
    /// - Returns: The field to correct, and nothing to do; or nil and what to do.
    public mutating func submit() -> (field: Field?, effects: [Effect]) {
        guard phase != .saving else { return (nil, []) }
        hasTried = true
        if let field = Field.allCases.first(where: { problem(with: $0) != nil }) { return (field, []) }
        if replacedId != nil, !hasEntries {
            phase = .failed(
                Failure(
                    summary: "Nothing was corrected, so a new endpoint would not work either.",
                    advice: "Correct what is wrong, then accept."))
            return (firstField, [])
        }
        // The same entries get the same token, so that an attempt whose answer was lost registers one device.
        if attempted != registration { attempt += 1 }
        attempted = registration
        phase = .saving
        return (nil, [.write(write(removesFirst: false))])
    }

    private func write(removesFirst: Bool) -> Write {
        let token = "\(tokenSeed)-\(attempt)"
        guard let replacedId else {
            return .register(userArn: user.arn, registration: registration, token: token)
        }
        return .replace(
            userArn: user.arn, endpointId: replacedId,
            replacement: Replacement(
                registration: registration, old: initial, token: token, removesFirst: removesFirst))
    }

    /// Asks whether the old endpoint may go first, where the service takes a device token only once.
    private func askToRemoveFirst(_ failure: Failure) -> [Effect] {
        guard let replacedId, failure.code == ErrorKind.conflict.rawValue,
            registration.deviceToken == initial.deviceToken
        else { return [] }
        return [
            .open(
                .confirm(
                    Confirmation(
                        purpose: .removeFirst, title: "Remove the old endpoint first?",
                        details: [
                            "The service takes a device token only once, and the old endpoint has it.",
                            "ID  \(replacedId)", "",
                            "It is removed, then the corrected one is registered. Should that fail, the old one is "
                                + "registered again, with a new id.",
                        ], accept: "Remove and register")))
        ]
    }

    /// Leaves the form, or asks first where something was entered.
    public func leave() -> [Effect] {
        guard hasEntries, phase != .saving else { return phase == .saving ? [] : [.back] }
        return [
            .open(
                .confirm(
                    Confirmation(
                        purpose: .discardChanges,
                        title: replacedId == nil
                            ? "Leave without registering the device?" : "Leave without repairing the device?",
                        details: ["What was entered will be lost."], accept: "Discard")))
        ]
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .written(let outcome):
            guard phase == .saving,
                [write(removesFirst: false), write(removesFirst: true)].contains(outcome.write)
            else { return [] }
            switch outcome.result {
            case .success: return [.back]
            case .failure(let failure):
                phase = .failed(failure)
                return askToRemoveFirst(failure)
            }
        case .answered(.confirmed(.removeFirst)):
            phase = .saving
            return [.writeAll([write(removesFirst: true)])]
        case .declined(.register), .declined(.replace):
            phase = .editing
        case .answered(.confirmed(.discardChanges)):
            return [.back]
        default: break
        }
        return []
    }
}
