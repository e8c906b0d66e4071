/// The profile and region that a person has chosen inside the program; nil leaves it to flags, environment and files.
public struct SessionChoice: Hashable, Sendable {
    /// One of the two.
    public enum Part: Hashable, Sendable {
        /// The profile.
        case profile
        /// The region.
        case region
    }

    /// The profile's name.
    public var profile: String?
    /// The region's name. A new profile brings its own.
    public var region: String?

    /// A choice of the given parts.
    public init(profile: String? = nil, region: String? = nil) {
        self.profile = profile
        self.region = region
    }

    /// Takes another name for one part.
    mutating func choose(_ name: String, for part: Part) {
        switch part {
        case .profile: (profile, region) = (name, nil)
        case .region: region = name
        }
    }
}

/// What can be chosen, with a word on it.
public struct SessionOption: Hashable, Sendable {
    /// The name of the profile or region.
    public let name: String
    /// A word on it, such as the region of a profile.
    public let detail: String

    /// A name with a word on it.
    public init(name: String, detail: String) {
        self.name = name
        self.detail = detail
    }
}
