/// Finds what in an endpoint's details cannot be right. One set of rules for the diagnosis that a person reads
/// and for the state that the local service gives an endpoint.
public enum EndpointFaultFinder {
    /// The fewest hexadecimal digits of an APNs token: 32 bytes. Apple allows tokens to be longer.
    static let shortestAppleToken = 64
    /// The digits of the id of a push application, as Amazon Pinpoint makes them.
    static let applicationIdLength = 32

    /// The faults, those of the ARN first.
    ///
    /// - Parameter userArn: The ARN of the user: partition, region and account must be the same.
    public static func faults(
        type: EndpointType?, resourceArn: String?, attributes: EndpointAttributes?, userArn: String?
    ) -> [EndpointFault] {
        var faults: [EndpointFault] = []
        if let resourceArn { faults += arnFaults(resourceArn, userArn: userArn) }
        if let attributes {
            faults += tokenFaults(attributes.deviceToken, of: .deviceToken, type: type)
            // The model has VoIP tokens for the APNS types only: on any other nothing is sent to them.
            if type != .gcm, let token = attributes.voipDeviceToken {
                faults += tokenFaults(token, of: .voipDeviceToken, type: type)
            }
        }
        return faults
    }

    private static func arnFaults(_ text: String, userArn: String?) -> [EndpointFault] {
        func fault(_ segment: String?, _ problem: String) -> EndpointFault {
            EndpointFault(field: .resourceArn, segment: segment, problem: problem)
        }
        guard let arn = ARN(text) else {
            return [
                fault(nil, "It is no ARN; one looks like arn:aws:mobiletargeting:REGION:ACCOUNT:apps/ID.")
            ]
        }
        var faults: [EndpointFault] = []
        if arn.service != "mobiletargeting" {
            faults.append(
                fault(
                    "service",
                    "The service is \(arn.service.quoted); push applications are 'mobiletargeting'."))
        }
        let account = arn.account
        if account.utf8.count != 12 || !account.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            faults.append(fault("account", "The account \(account.quoted) is not 12 digits."))
        }
        if let user = userArn.flatMap(ARN.init) {
            for (segment, own, expected) in [
                ("partition", arn.partition, user.partition), ("region", arn.region, user.region),
                ("account", arn.account, user.account),
            ] where own != expected && !faults.contains(where: { $0.segment == segment }) {
                faults.append(
                    fault(segment, "The \(segment) is \(own.quoted); the user's is \(expected.quoted)."))
            }
        }
        let resource = arn.resource.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        if resource.first != "apps" || resource.count != 2 {
            faults.append(fault("resource", "The resource is \(arn.resource.quoted); it must be 'apps/ID'."))
        } else if resource[1].utf8.count != applicationIdLength || !isHexadecimal(resource[1]) {
            faults.append(
                fault(
                    "id",
                    "The application id is not \(applicationIdLength) hexadecimal digits "
                        + "(it has \(resource[1].unicodeScalars.count) characters)."))
        }
        return faults
    }

    /// Apple's tokens are bytes in hexadecimal, so their digits are even in number; how many is not promised, only
    /// that they may grow. Firebase promises no length either, but its tokens hold letters beyond F.
    private static func tokenFaults(_ token: String, of field: EndpointFault.Field, type: EndpointType?)
        -> [EndpointFault]
    {
        func fault(_ problem: String, cure: EndpointFault.Cure = .newToken) -> [EndpointFault] {
            [EndpointFault(field: field, problem: problem, cure: cure)]
        }
        let length = token.utf8.count
        let isHexadecimal = isHexadecimal(token)
        switch type {
        case .apns?, .apnsSandbox?:
            if !isHexadecimal {
                return isFirebaseLike(token)
                    ? fault("It looks like a Firebase token, but the type is an Apple one.", cure: .rightType)
                    : fault(
                        "It is not hexadecimal; Apple's tokens are \(shortestAppleToken) or more "
                            + "hexadecimal digits.")
            }
            return length >= shortestAppleToken && length.isMultiple(of: 2)
                ? []
                : fault(
                    "It has \(length) \(length == 1 ? "digit" : "digits"); Apple's tokens have an even number, "
                        + "at least \(shortestAppleToken).")
        case .gcm?:
            if isHexadecimal {
                return length >= shortestAppleToken
                    ? fault("It looks like an Apple token, but the type is GCM.", cure: .rightType)
                    : fault("It is hexadecimal; Firebase tokens hold other letters as well.")
            }
            return token.utf8.allSatisfy(isFirebaseByte)
                ? [] : fault("It holds a character that Firebase tokens never do (letters, digits, : - _).")
        default:
            return []
        }
    }

    /// Whether the text has the form of a Firebase token: an instance id, a colon, and a long rest.
    private static func isFirebaseLike(_ token: String) -> Bool {
        token.utf8.count > 100 && token.utf8.contains(UInt8(ascii: ":"))
            && token.utf8.allSatisfy(isFirebaseByte)
    }

    private static func isFirebaseByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
    }

    private static func isHexadecimal(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}

extension String {
    /// The text in quotation marks for a sentence, cut where it is longer than a sentence can bear.
    var quoted: String {
        let limit = 48
        let scalars = unicodeScalars
        return scalars.count > limit ? "'\(String(scalars.prefix(limit)))…'" : "'\(self)'"
    }
}
