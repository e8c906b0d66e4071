/// The limits of an account that can be switched on. Source: Amazon Chime SDK quotas, per region.
///
/// Limits that always hold, such as 10 endpoints of a user, stand beside the handlers that keep them.
public struct Quotas: Sendable {
    /// The most requests of all operations together, per second; nil for any number.
    let requestsPerSecond: Int?
    /// The most requests of single operations, per second.
    let requestsPerSecondOf: [String: Int]
    /// The most users of an AppInstance; nil for any number.
    let usersPerAppInstance: Int?

    /// Neither rates nor the number of users are limited.
    public static let none = Quotas(
        requestsPerSecond: nil, requestsPerSecondOf: [:], usersPerAppInstance: nil)

    /// What Amazon has published as the limits of a new account.
    public static let aws = Quotas(
        requestsPerSecond: 50,
        requestsPerSecondOf: [
            "ListAppInstanceUsers": 10, "DescribeAppInstanceUser": 20, "ListAppInstances": 10,
        ],
        usersPerAppInstance: 100_000)
}
