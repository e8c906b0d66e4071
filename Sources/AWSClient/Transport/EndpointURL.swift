/// Where a service listens: `scheme://host[:port][/path]`.
public struct EndpointURL: Sendable, Hashable, CustomStringConvertible {
    /// How to talk to it.
    public enum Scheme: String, Sendable {
        /// Plain HTTP, for services on this machine.
        case http
        /// HTTP over TLS.
        case https
    }

    /// How to talk to it.
    public let scheme: Scheme
    /// The host name or address; an IPv6 address in brackets.
    public let host: String
    /// The port, where it is not the scheme's own.
    public let port: Int?
    /// What stands before every path; empty, or `/…` without a slash at the end.
    public let basePath: String

    /// The parts of an endpoint.
    public init(scheme: Scheme, host: String, port: Int? = nil, basePath: String = "") {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.basePath = basePath
    }

    /// Reads a URL such as `http://127.0.0.1:8080`.
    ///
    /// - Throws: `ConfigurationError` that says what is wrong.
    public init(_ text: String) throws(ConfigurationError) {
        func invalid(_ reason: String) -> ConfigurationError {
            ConfigurationError(
                "The endpoint URL '\(text)' \(reason); give one such as http://127.0.0.1:8080.")
        }
        guard let separator = text.firstRange(ofSequence: "://") else {
            throw invalid("has no scheme")
        }
        guard let scheme = Scheme(rawValue: text[..<separator.lowerBound].lowercased()) else {
            throw invalid("is neither http nor https")
        }
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = rest[authority.endIndex...]
        guard !path.contains("?"), !path.contains("#") else { throw invalid("has a query or a fragment") }
        guard !authority.contains("@") else {
            // Not quoted: what stands there is most likely a password.
            throw ConfigurationError(
                "The endpoint URL holds a user name; give it without, such as http://127.0.0.1:8080.")
        }
        let host: Substring
        var port: Int?
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { throw invalid("has an open bracket") }
            host = authority[...end]
        } else {
            host = authority.prefix { $0 != ":" }
        }
        let tail = authority[host.endIndex...]
        if tail.hasPrefix(":") {
            guard let number = Int(tail.dropFirst()), (1...65535).contains(number) else {
                throw invalid("has no valid port")
            }
            port = number
        } else if !tail.isEmpty {
            throw invalid("has no valid host")
        }
        guard !host.isEmpty else { throw invalid("has no host") }
        guard host.utf8.allSatisfy({ Self.isHostByte($0) || host.hasPrefix("[") && "[:]%".utf8.contains($0) })
        else { throw invalid("has a host that is none") }
        guard path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw invalid("has a path with a blank or a letter that must be percent-encoded")
        }
        self.init(
            scheme: scheme, host: host.lowercased(), port: port,
            basePath: String(path.reversed().drop { $0 == "/" }.reversed()))
    }

    /// Letters, digits, `-`, `.` and `_`, which names of containers have.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// The value of the `Host` header: the port only where it is not the scheme's own.
    public var hostHeader: String {
        switch (scheme, port) {
        case (_, nil), (.http, 80), (.https, 443): host
        case (_, let port?): "\(host):\(port)"
        }
    }

    /// The URL.
    public var description: String { "\(scheme.rawValue)://\(hostHeader)\(basePath)" }
}

extension String {
    /// Where a text first stands in this one.
    func firstRange(ofSequence text: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
    }
}
