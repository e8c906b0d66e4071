extension CredentialSource {
    /// What `aws login` has left. Carillon does not read it and says so, instead of pretending that the profile has no
    /// keys.
    static let login = CredentialSource(name: "'aws login'") { context in
        guard context.section["login_session"] != nil else { return nil }
        let name = context.profile.name
        throw ConfigurationError(
            "The profile '\(name)' gets its keys by 'aws login' (login_session), which Carillon does not read; run "
                + "'eval \"$(aws configure export-credentials --profile \(name) --format env)\"' first and leave "
                + "out --profile.")
    }
}
