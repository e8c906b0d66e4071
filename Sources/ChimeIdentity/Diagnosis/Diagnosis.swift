/// Why a device gets messages or not, in the words of the person who helps, and what to do next.
public struct Diagnosis: Sendable, Hashable {
    /// What should be done next.
    public enum NextStep: Sendable, Hashable {
        /// Nothing is wrong with the endpoint.
        case lookElsewhere
        /// Let messages through again.
        case unmute
        /// The device must get a new token and register it; the old endpoint is then of no use.
        case reopenApp
        /// Register the device with the right ARN; the old endpoint is then of no use.
        case registerWithRightArn
        /// Ask for the details to find out more.
        case inspect

        /// The step in one sentence, without keys.
        public var sentence: String {
            switch self {
            case .lookElsewhere:
                "Nothing here stops messages: check notification settings and the network on the device."
            case .unmute: "Allow messages again if the user wants them."
            case .reopenApp:
                "Have the user open the app once so that it registers again, then deregister this."
            case .registerWithRightArn:
                "Register the device with the ARN of the right push application, then deregister this."
            case .inspect: "Look at the device's details."
            }
        }
    }

    /// What the endpoint's state means.
    public let meaning: String
    /// What in the endpoint cannot be right.
    public let faults: [EndpointFault]
    /// What should be done next.
    public let nextStep: NextStep

    /// The diagnosis of an endpoint whose details are known.
    public init(_ endpoint: AppInstanceUserEndpoint, userArn: String? = nil) {
        let faults = EndpointFaultFinder.faults(
            type: endpoint.type, resourceArn: endpoint.resourceArn, attributes: endpoint.endpointAttributes,
            userArn: endpoint.appInstanceUserArn ?? userArn)
        self.init(state: endpoint.endpointState, allowMessages: endpoint.allowMessages, faults: faults)
    }

    /// The diagnosis of an endpoint of which only the list has told.
    public init(_ endpoint: AppInstanceUserEndpointSummary) {
        self.init(state: endpoint.endpointState, allowMessages: endpoint.allowMessages, faults: [])
    }

    private init(state: EndpointState?, allowMessages: AllowMessages?, faults: [EndpointFault]) {
        self.faults = faults
        switch (state?.status, state?.statusReason) {
        case (.active?, _) where allowMessages == AllowMessages.none:
            meaning = "Muted: the device works, but AllowMessages is NONE, so it gets no messages."
            nextStep = .unmute
        case (.active?, _):
            meaning = "The device receives messages."
            nextStep = .lookElsewhere
        case (.inactive?, .invalidDeviceToken?):
            meaning = "The push provider no longer accepts this device's token."
            nextStep = .reopenApp
        case (.inactive?, .invalidPinpointArn?):
            meaning = "The ResourceArn names no application that can push to this device."
            nextStep = .registerWithRightArn
        case (.inactive?, let reason?):
            meaning = "The service gives the reason \(reason.rawValue), which Carillon does not know."
            nextStep = .inspect
        case (.inactive?, nil):
            meaning = "The device is inactive, and the service gives no reason."
            nextStep = .inspect
        case (let status?, _):
            meaning = "The service gives the status \(status.rawValue), which Carillon does not know."
            nextStep = .inspect
        case (nil, _):
            meaning = "The service does not say whether the device is active."
            nextStep = .inspect
        }
    }
}
