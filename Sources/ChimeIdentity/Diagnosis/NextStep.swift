extension Diagnosis {
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
        /// Register the device with the type that its token belongs to; the old endpoint is then of no use.
        case registerWithRightType
        /// The ARN looks right: see whether the application is there and has a channel for this type.
        case checkApplication
        /// Ask for the details to find out more.
        case inspect
        /// The details show nothing: only AWS knows more.
        case askSupport

        /// The step in one sentence, without keys.
        public var sentence: String {
            switch self {
            case .lookElsewhere:
                "Nothing here stops messages: check notification settings and the network on the device."
            case .unmute: "Allow messages again if the user wants them."
            case .reopenApp:
                "Have the user open the app once so that it registers again, then deregister this."
            case .registerWithRightArn:
                "Register it anew with the ARN of the right push application, in place of this."
            case .registerWithRightType:
                "Register it anew with the type that fits its token, in place of this."
            case .checkApplication:
                "Have the push application checked: it may be deleted, or lack the channel for this type."
            case .inspect: "Look at the device's details."
            case .askSupport: "Ask AWS Support why, and quote the endpoint id."
            }
        }

        /// Whether the endpoint is to be deregistered once the step is taken.
        public var endsInDeregistering: Bool {
            switch self {
            case .reopenApp: true
            case .lookElsewhere, .unmute, .registerWithRightArn, .registerWithRightType, .checkApplication,
                .inspect, .askSupport:
                false
            }
        }

        /// Whether the endpoint is to be registered anew with what is wrong corrected.
        public var isRepair: Bool { self == .registerWithRightArn || self == .registerWithRightType }
    }
}
