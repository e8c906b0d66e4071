import ChimeIdentity
import Testing

@Suite("A silent device is explained, and the next step is named")
struct DiagnosisTests {
    private func endpoint(
        _ status: EndpointStatus? = .active, reason: EndpointStatusReason? = nil,
        allow: AllowMessages? = .all, type: EndpointType = .apns, token: String = Sample.appleToken,
        arn: String = Sample.application
    ) -> AppInstanceUserEndpoint {
        AppInstanceUserEndpoint(
            appInstanceUserArn: Sample.user, endpointId: "1", type: type, resourceArn: arn,
            endpointAttributes: EndpointAttributes(deviceToken: token), allowMessages: allow,
            endpointState: status.map { EndpointState(status: $0, statusReason: reason) })
    }

    @Test("a device that works")
    func active() {
        let diagnosis = Diagnosis(endpoint())

        #expect(diagnosis.meaning == "The device receives messages.")
        #expect(diagnosis.nextStep == .lookElsewhere)
        #expect(diagnosis.faults.isEmpty)
    }

    @Test("a muted device is not broken")
    func muted() {
        let diagnosis = Diagnosis(endpoint(allow: AllowMessages.none))

        #expect(
            diagnosis.meaning == "Muted: the device works, but AllowMessages is NONE, so it gets no messages."
        )
        #expect(diagnosis.nextStep == .unmute)
    }

    @Test("a token that is refused although it looks right: the app must get a new one")
    func staleToken() {
        let diagnosis = Diagnosis(endpoint(.inactive, reason: .invalidDeviceToken))

        #expect(diagnosis.meaning == "The push provider no longer accepts this device's token.")
        #expect(
            diagnosis.nextStep.sentence
                == "Have the user open the app once so that it registers again, then deregister this.")
        #expect(diagnosis.nextStep.endsInDeregistering)
        #expect(diagnosis.faults.isEmpty)
    }

    @Test("a token of the other platform: opening the app again would not help")
    func otherPlatform() {
        let diagnosis = Diagnosis(
            endpoint(.inactive, reason: .invalidDeviceToken, type: .gcm, token: Sample.appleToken))

        #expect(diagnosis.nextStep == .registerWithRightType)
        #expect(diagnosis.faults.map(\.problem) == ["It looks like an Apple token, but the type is GCM."])
    }

    @Test("an ARN with a fault: the right one is needed")
    func wrongARN() {
        let diagnosis = Diagnosis(
            endpoint(
                .inactive, reason: .invalidPinpointArn,
                arn: Sample.application.replacing("us-east-1", with: "eu-central-1")))

        #expect(diagnosis.meaning == "The ResourceArn names no application that can push to this device.")
        #expect(diagnosis.faults.map(\.segment) == ["region"])
        #expect(diagnosis.nextStep == .registerWithRightArn)
    }

    @Test("an ARN that is refused although it looks right: the application is to be checked")
    func refusedARN() {
        let diagnosis = Diagnosis(endpoint(.inactive, reason: .invalidPinpointArn))

        #expect(diagnosis.nextStep == .checkApplication)
        #expect(!diagnosis.nextStep.endsInDeregistering)
    }

    @Test("the step follows the service's reason, and the other fault is shown as well")
    func twoFaults() {
        let diagnosis = Diagnosis(
            endpoint(.inactive, reason: .invalidDeviceToken, token: "oops", arn: "oops"))

        #expect(diagnosis.faults.map(\.field) == [.resourceArn, .deviceToken])
        #expect(diagnosis.nextStep == .reopenApp)
    }

    @Test("a device that the service still calls active although messages cannot reach it")
    func activeWithFaults() {
        let diagnosis = Diagnosis(endpoint(token: "oops"))

        #expect(
            diagnosis.meaning
                == "The service has not found it out yet, but messages cannot reach this device.")
        #expect(diagnosis.nextStep == .reopenApp)
    }

    @Test("a broken device that is muted too: both are said")
    func brokenAndMuted() {
        let diagnosis = Diagnosis(
            endpoint(.inactive, reason: .invalidDeviceToken, allow: AllowMessages.none))

        #expect(diagnosis.meaning.hasSuffix("token. It is muted as well: AllowMessages is NONE."))
        #expect(diagnosis.nextStep == .reopenApp)
    }

    @Test("values of a later version of the service are repeated, not hidden")
    func unknownValues() {
        let reason = Diagnosis(endpoint(.inactive, reason: EndpointStatusReason(rawValue: "TOO_OLD")))
        let status = Diagnosis(endpoint(EndpointStatus(rawValue: "SLEEPING")))

        #expect(reason.meaning == "The service gives the reason 'TOO_OLD', which Carillon does not know.")
        #expect(status.meaning == "The service gives the status 'SLEEPING', which Carillon does not know.")
        #expect(reason.nextStep == .askSupport)
        #expect(status.nextStep == .askSupport)
    }

    @Test("a state without reason, and no state")
    func sparse() {
        #expect(
            Diagnosis(endpoint(.inactive)).meaning
                == "The device is inactive, and the service gives no reason.")
        #expect(Diagnosis(endpoint(.inactive, token: "oops")).nextStep == .reopenApp)
        #expect(Diagnosis(endpoint(nil)).meaning == "The service does not say whether the device is active.")
        #expect(Diagnosis(AppInstanceUserEndpoint(endpointId: "1")).faults.isEmpty)
    }

    @Test("an endpoint that does not name its user is compared with the user it was asked for")
    func userFromOutside() {
        var endpoint = endpoint()
        endpoint.appInstanceUserArn = nil

        let diagnosis = Diagnosis(endpoint, userArn: Sample.user.replacing("us-east-1", with: "eu-central-1"))

        #expect(diagnosis.faults.map(\.segment) == ["region"])
    }

    @Test("the list alone already tells the state, and points to the details for the rest")
    func summaries() {
        func diagnosis(
            _ status: EndpointStatus, _ reason: EndpointStatusReason?, _ allow: AllowMessages = .all
        )
            -> Diagnosis
        {
            Diagnosis(
                AppInstanceUserEndpointSummary(
                    endpointId: "1", allowMessages: allow,
                    endpointState: EndpointState(status: status, statusReason: reason)))
        }

        #expect(diagnosis(.active, nil).nextStep == .lookElsewhere)
        #expect(diagnosis(.active, nil, .none).nextStep == .unmute)
        #expect(diagnosis(.inactive, .invalidDeviceToken).nextStep == .reopenApp)
        #expect(diagnosis(.inactive, .invalidPinpointArn).nextStep == .registerWithRightArn)
        #expect(diagnosis(.inactive, nil).nextStep == .inspect)
    }
}
