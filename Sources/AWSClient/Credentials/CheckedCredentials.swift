extension Credentials {
    /// Keys that a person has typed or copied somewhere, which must be able to stand in a header.
    ///
    /// - Throws: `ConfigurationError` where a blank, a line break or anything else that is no visible ASCII
    ///   character has slipped in.
    init(
        checking accessKeyId: String, _ secretAccessKey: String, sessionToken: String?, foundIn place: String
    )
        throws(ConfigurationError)
    {
        let parts = [
            ("access key id", accessKeyId), ("secret access key", secretAccessKey),
            ("session token", sessionToken ?? ""),
        ]
        for (name, value) in parts where !value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            throw ConfigurationError(
                "The \(name) in \(place) holds a blank, a line break or a letter that no key has; copy it again."
            )
        }
        self.init(
            accessKeyId: accessKeyId, secretAccessKey: secretAccessKey, sessionToken: sessionToken)
    }
}
