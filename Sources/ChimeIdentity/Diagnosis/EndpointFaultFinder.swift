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
            if let token = attributes.voipDeviceToken {
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
                fault("service", "The service is '\(arn.service)'; push applications are 'mobiletargeting'."))
        }
        let account = arn.account
        if account.utf8.count != 12 || !account.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            faults.append(fault("account", "The account '\(account)' is not 12 digits."))
        }
        if let user = userArn.flatMap(ARN.init) {
            for (segment, own, expected) in [
                ("partition", arn.partition, user.partition), ("region", arn.region, user.region),
                ("account", arn.account, user.account),
            ] where own != expected && !faults.contains(where: { $0.segment == segment }) {
                faults.append(fault(segment, "The \(segment) is '\(own)'; the user's is '\(expected)'."))
            }
        }
        let resource = arn.resource.split(separator: "/", omittingEmptySubsequences: false)
        if resource.first != "apps" || resource.count != 2 {
            faults.append(fault("resource", "The resource is '\(arn.resource)'; it must be 'apps/ID'."))
        } else if resource[1].utf8.count != applicationIdLength || !isHexadecimal(resource[1]) {
            faults.append(
                fault(
                    "id",
                    "The application id is not \(applicationIdLength) hexadecimal digits "
                        + "(it has \(resource[1].count) characters)."))
        }
        return faults
    }

    private static func tokenFaults(_ token: String, of field: EndpointFault.Field, type: EndpointType?)
        -> [EndpointFault]
    {
        func fault(_ problem: String) -> [EndpointFault] { [EndpointFault(field: field, problem: problem)] }
        let isAppleToken = token.utf8.count >= shortestAppleToken && isHexadecimal(token)
        switch type {
        case .apns?, .apnsSandbox?:
            if isAppleToken, token.utf8.count.isMultiple(of: 2) { return [] }
            if !isHexadecimal(token) {
                return fault(
                    token.contains(":") && token.utf8.count > 100
                        ? "It looks like a Firebase token, but the type is an Apple one."
                        : "It is not hexadecimal; Apple's tokens are \(shortestAppleToken) or more "
                            + "hexadecimal digits.")
            }
            return fault(
                "It has \(token.utf8.count) digits; Apple's tokens have an even number, at least "
                    + "\(shortestAppleToken).")
        case .gcm?:
            if isAppleToken { return fault("It looks like an Apple token, but the type is GCM.") }
            let isPlausible = token.utf8.allSatisfy {
                isAlphanumeric($0) || [0x3A, 0x2D, 0x5F].contains($0)
            }
            return isPlausible
                ? [] : fault("It holds a character that Firebase tokens never do (letters, digits, : - _).")
        default:
            return []
        }
    }

    private static func isHexadecimal(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
