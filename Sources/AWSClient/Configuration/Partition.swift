/// A set of regions under domain names of its own. Source: botocore, `partitions.json`.
struct Partition: Sendable {
    /// How the names of its regions start.
    let regionPrefix: String
    /// The domain of its endpoints.
    let domain: String
    /// The domain of its endpoints for IPv4 and IPv6.
    let dualStackDomain: String

    private static let standard = Partition(
        regionPrefix: "", domain: "amazonaws.com", dualStackDomain: "api.aws")
    private static let others = [
        Partition(
            regionPrefix: "cn-", domain: "amazonaws.com.cn",
            dualStackDomain: "api.amazonwebservices.com.cn"),
        Partition(
            regionPrefix: "eusc-", domain: "amazonaws.eu", dualStackDomain: "api.amazonwebservices.eu"),
        Partition(regionPrefix: "us-iso-", domain: "c2s.ic.gov", dualStackDomain: "api.aws.ic.gov"),
        Partition(regionPrefix: "us-isob-", domain: "sc2s.sgov.gov", dualStackDomain: "api.aws.scloud"),
        Partition(
            regionPrefix: "eu-isoe-", domain: "cloud.adc-e.uk", dualStackDomain: "api.cloud-aws.adc-e.uk"),
        Partition(
            regionPrefix: "us-isof-", domain: "csp.hci.ic.gov", dualStackDomain: "api.aws.hci.ic.gov"),
    ]

    /// The partition of a region; that of an unknown one is `aws`.
    static func of(region: String) -> Partition {
        others.first { region.hasPrefix($0.regionPrefix) } ?? standard
    }
}
