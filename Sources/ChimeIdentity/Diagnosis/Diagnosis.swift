/// Why a device gets messages or not, in the words of the person who helps, and what to do next.
public struct Diagnosis: Sendable, Hashable {
    /// What the endpoint's state means.
    public let meaning: String
    /// What in the endpoint cannot be right.
    public let faults: [EndpointFault]
    /// What should be done next.
    public let nextStep: NextStep

    /// The diagnosis of an endpoint whose details are known.
    ///
    /// - Parameter userArn: The user's ARN, for where the endpoint itself does not name it.
    public init(_ endpoint: AppInstanceUserEndpoint, userArn: String? = nil) {
        let faults = EndpointFaultFinder.faults(
            type: endpoint.type, resourceArn: endpoint.resourceArn, attributes: endpoint.endpointAttributes,
            userArn: endpoint.appInstanceUserArn ?? userArn)
        self.init(
            state: endpoint.endpointState, allowMessages: endpoint.allowMessages, evidence: .details(faults))
    }

    /// The diagnosis of an endpoint of which only the list has told.
    public init(_ endpoint: AppInstanceUserEndpointSummary) {
        self.init(state: endpoint.endpointState, allowMessages: endpoint.allowMessages, evidence: .summary)
    }

    /// What the diagnosis can go by.
    private enum Evidence {
        case summary
        case details([EndpointFault])

        /// The faults that explain a reason, or every fault where there is none.
        func faults(for reason: EndpointStatusReason?) -> [EndpointFault] {
            guard case .details(let faults) = self else { return [] }
            return faults.filter { reason == nil || $0.statusReason == reason }
        }

        /// What remains where nothing shows why the ARN is refused.
        var applicationStep: NextStep {
            switch self {
            case .summary: .registerWithRightArn
            case .details: .checkApplication
            }
        }

        /// What remains where nothing explains the state.
        var lastResort: NextStep {
            switch self {
            case .summary: .inspect
            case .details: .askSupport
            }
        }
    }

    private init(state: EndpointState?, allowMessages: AllowMessages?, evidence: Evidence) {
        faults = evidence.faults(for: nil)
        let isMuted = allowMessages == AllowMessages.none
        let muted = isMuted ? " It is muted as well: AllowMessages is NONE." : ""
        switch (state?.status, state?.statusReason) {
        case (.active?, _) where !faults.isEmpty:
            meaning = "The service has not found it out yet, but messages cannot reach this device." + muted
            nextStep = Self.step(for: faults, otherwise: evidence.lastResort)
        case (.active?, _) where isMuted:
            meaning = "Muted: the device works, but AllowMessages is NONE, so it gets no messages."
            nextStep = .unmute
        case (.active?, _):
            meaning = "The device receives messages."
            nextStep = .lookElsewhere
        case (.inactive?, .invalidDeviceToken?):
            meaning = "The push provider no longer accepts this device's token." + muted
            nextStep = Self.step(for: evidence.faults(for: .invalidDeviceToken), otherwise: .reopenApp)
        case (.inactive?, .invalidPinpointArn?):
            meaning = "The ResourceArn names no application that can push to this device." + muted
            nextStep = Self.step(
                for: evidence.faults(for: .invalidPinpointArn),
                otherwise: evidence.applicationStep)
        case (.inactive?, let reason?):
            meaning =
                "The service gives the reason \(reason.rawValue.quoted), which Carillon does not know."
                + muted
            nextStep = Self.step(for: faults, otherwise: evidence.lastResort)
        case (.inactive?, nil):
            meaning = "The device is inactive, and the service gives no reason." + muted
            nextStep = Self.step(for: faults, otherwise: evidence.lastResort)
        case (let status?, _):
            meaning =
                "The service gives the status \(status.rawValue.quoted), which Carillon does not know."
                + muted
            nextStep = Self.step(for: faults, otherwise: evidence.lastResort)
        case (nil, _):
            meaning = "The service does not say whether the device is active." + muted
            nextStep = Self.step(for: faults, otherwise: evidence.lastResort)
        }
    }

    /// The step that cures the first of the faults.
    private static func step(for faults: [EndpointFault], otherwise: NextStep) -> NextStep {
        switch faults.first?.cure {
        case .newToken?: .reopenApp
        case .rightType?: .registerWithRightType
        case .rightArn?: .registerWithRightArn
        case nil: otherwise
        }
    }
}
