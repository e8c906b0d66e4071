/// Which profile is in use, and who said so.
public struct ProfileSelection: Sendable, Hashable {
    /// Who chose the profile.
    public enum Origin: String, Sendable {
        /// The person, with `--profile`.
        case commandLine = "--profile"
        /// `AWS_PROFILE` or `AWS_DEFAULT_PROFILE`.
        case environment = "AWS_PROFILE"
        /// Nobody: it is the profile `default`.
        case standard = "default"
    }

    /// The profile's name.
    public let name: String
    /// Who chose it.
    public let origin: Origin

    /// A profile and who chose it.
    public init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }

    /// The profile that the flag, the environment or the default names; of the variables the older one first, as in
    /// botocore.
    public init(flag: String?, environment: ProcessEnvironment) {
        if let flag {
            self.init(name: flag, origin: .commandLine)
        } else if let name = environment["AWS_DEFAULT_PROFILE"] ?? environment["AWS_PROFILE"] {
            self.init(name: name, origin: .environment)
        } else {
            self.init(name: "default", origin: .standard)
        }
    }
}
