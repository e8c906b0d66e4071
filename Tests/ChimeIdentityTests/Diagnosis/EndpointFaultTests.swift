import ChimeIdentity
import Testing

@Suite("What in an endpoint cannot be right is found")
struct EndpointFaultTests {
    private func arnFaults(_ arn: String, user: String? = Sample.user) -> [EndpointFault] {
        EndpointFaultFinder.faults(type: .apns, resourceArn: arn, attributes: nil, userArn: user)
    }

    private func tokenFaults(_ token: String, type: EndpointType) -> [EndpointFault] {
        EndpointFaultFinder.faults(
            type: type, resourceArn: nil, attributes: EndpointAttributes(deviceToken: token), userArn: nil)
    }

    @Test("the ARN of a push application of the user's account and region has no fault")
    func goodARN() {
        #expect(arnFaults(Sample.application) == [])
        #expect(arnFaults(Sample.application.replacing("9f2c4b1c", with: "9F2C4B1C")) == [])
    }

    @Test(
        "one wrong segment is one fault, which names it",
        arguments: [
            (
                ":mobiletargeting:", ":sns:", "service",
                "The service is 'sns'; push applications are 'mobiletargeting'."
            ),
            ("arn:aws:", "arn:aws-cn:", "partition", "The partition is 'aws-cn'; the user's is 'aws'."),
            (
                "us-east-1", "eu-central-1", "region",
                "The region is 'eu-central-1'; the user's is 'us-east-1'."
            ),
            ("us-east-1", "", "region", "The region is ''; the user's is 'us-east-1'."),
            (
                "111122223333", "444455556666", "account",
                "The account is '444455556666'; the user's is '111122223333'."
            ),
            ("111122223333", "11112222333", "account", "The account '11112222333' is not 12 digits."),
            ("111122223333", "11112222333x", "account", "The account '11112222333x' is not 12 digits."),
            ("111122223333", "١١١١٢٢٢٢٣٣٣٣", "account", "The account '١١١١٢٢٢٢٣٣٣٣' is not 12 digits."),
            (
                ":apps/", ":app/", "resource",
                "The resource is 'app/9f2c4b1c7d8e4f60a1b2c3d4e5f60718'; it must be 'apps/ID'."
            ),
            (
                ":apps/", ":apps/x/", "resource",
                "The resource is 'apps/x/9f2c4b1c7d8e4f60a1b2c3d4e5f60718'; it must be 'apps/ID'."
            ),
            ("0718", "071", "id", "The application id is not 32 hexadecimal digits (it has 31 characters)."),
            ("0718", "071g", "id", "The application id is not 32 hexadecimal digits (it has 32 characters)."),
            (
                "0718", "07180", "id",
                "The application id is not 32 hexadecimal digits (it has 33 characters)."
            ),
        ])
    func wrongSegments(good: String, bad: String, segment: String, problem: String) {
        #expect(
            arnFaults(Sample.application.replacing(good, with: bad)) == [
                EndpointFault(field: .resourceArn, segment: segment, problem: problem)
            ])
    }

    @Test("several wrong segments are several faults")
    func severalSegments() {
        let faults = arnFaults("arn:aws-cn:sns:cn-north-1:1:topic")

        #expect(faults.map(\.segment) == ["service", "account", "partition", "region", "resource"])
        #expect(faults.allSatisfy { $0.statusReason == .invalidPinpointArn && $0.cure == .rightArn })
    }

    @Test("what is no ARN at all is one fault")
    func noARN() {
        #expect(arnFaults("apps/9f2c").map(\.segment) == [nil])
    }

    @Test("without the user's ARN nothing is compared", arguments: [nil, "ada"])
    func unknownUser(user: String?) {
        #expect(arnFaults(Sample.application.replacing("us-east-1", with: "eu-central-1"), user: user) == [])
    }

    @Test("a segment of a thousand characters does not fill the sentence")
    func longSegments() {
        let arn = "arn:aws:mobiletargeting:us-east-1:111122223333:\(String(repeating: "x", count: 1000))"

        #expect(arnFaults(arn).allSatisfy { $0.problem.count < 120 })
    }

    @Test(
        "tokens in the form of their type have no fault",
        arguments: [
            (EndpointType.apns, Sample.appleToken), (.apnsSandbox, Sample.appleToken.uppercased()),
            (.apns, Sample.appleToken + "00"), (.apns, String(repeating: "0", count: 200)),
            (.gcm, Sample.firebaseToken), (EndpointType(rawValue: "WEB_PUSH"), "anything at all"),
        ])
    func goodTokens(type: EndpointType, token: String) {
        #expect(tokenFaults(token, type: type) == [])
    }

    @Test(
        "tokens in another form are named as what they look like",
        arguments: [
            (
                EndpointType.apns, String(Sample.appleToken.dropLast(2)), "62 digits",
                EndpointFault.Cure.newToken
            ),
            (.apns, Sample.appleToken + "0", "65 digits", .newToken),
            (.apns, "0", "1 digit;", .newToken),
            (.apnsSandbox, "not hexadecimal", "not hexadecimal", .newToken),
            (.apnsSandbox, "<\(Sample.appleToken)>", "not hexadecimal", .newToken),
            (.apns, Sample.appleToken.dropLast() + "g", "not hexadecimal", .newToken),
            (.apns, Sample.firebaseToken, "looks like a Firebase token", .rightType),
            (.gcm, Sample.appleToken, "looks like an Apple token", .rightType),
            (.gcm, "0123abcd", "hexadecimal", .newToken),
            (.gcm, "with space", "character that Firebase tokens never", .newToken),
            (.gcm, "ключ", "character that Firebase tokens never", .newToken),
        ])
    func wrongTokens(type: EndpointType, token: String, words: String, cure: EndpointFault.Cure) {
        let faults = tokenFaults(token, type: type)

        #expect(faults.map(\.cure) == [cure])
        #expect(faults.allSatisfy { $0.problem.contains(words) }, "\(faults)")
        #expect(faults.allSatisfy { $0.statusReason == .invalidDeviceToken && $0.field == .deviceToken })
    }

    @Test("a sentence about a token never holds it")
    func discretion() {
        for type in EndpointType.known {
            for token in ["secret token", "5ec7e7", Sample.appleToken, Sample.firebaseToken] {
                #expect(tokenFaults(token, type: type).allSatisfy { !$0.problem.contains(token) })
            }
        }
    }

    @Test("a VoIP token is judged like the other one, where the type has any")
    func voip() {
        func faults(_ type: EndpointType, token: String, voip: String) -> [EndpointFault.Field] {
            EndpointFaultFinder.faults(
                type: type, resourceArn: nil,
                attributes: EndpointAttributes(deviceToken: token, voipDeviceToken: voip), userArn: nil
            ).map(\.field)
        }

        #expect(faults(.apns, token: Sample.appleToken, voip: Sample.appleToken) == [])
        #expect(faults(.apns, token: Sample.appleToken, voip: "oops") == [.voipDeviceToken])
        #expect(faults(.apnsSandbox, token: "oops", voip: "oops") == [.deviceToken, .voipDeviceToken])
        #expect(faults(.gcm, token: Sample.firebaseToken, voip: Sample.appleToken) == [])
    }
}
