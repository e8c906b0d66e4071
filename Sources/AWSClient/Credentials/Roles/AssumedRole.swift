import Foundation

extension CredentialSource {
    /// Assuming a role, with keys of another profile or of a place that the profile names.
    static let assumedRole = CredentialSource(name: "assumed role") { context in
        guard RoleProfile.isRole(context.section) else { return nil }
        return try await AssumedRole(context: context).credentials(
            of: context.profile.name, visited: [context.profile.name])
    }
}

/// Assumes the role of a profile, and before it those of the profiles that it builds on.
private struct AssumedRole {
    let context: CredentialSource.Context

    /// - Parameter visited: The profiles on the way here, the last of which is asked for.
    func credentials(of name: String, visited: [String]) async throws -> Credentials {
        let role = try RoleProfile(profile: name, section: context.profiles.merged(name))
        let keys: SourcedCredentials
        switch role.origin {
        case .source(let source): keys = try await credentials(fromPlace: source, for: name)
        case .profile(let source):
            try check(source, for: name, visited: visited)
            keys = try await credentials(from: source, visited: visited + [source])
        }
        let service = try SecurityTokenService(context, signingWith: keys)
        let mfa = try await askForMFA(role, profile: name)
        do {
            return try await service.assume(
                SecurityTokenService.Role(
                    arn: role.arn, sessionName: role.sessionName,
                    duration: role.duration, externalId: role.externalId), mfa: mfa)
        } catch let error as ServiceError {
            throw ConfigurationError(
                "The role \(role.arn) of the profile '\(name)' cannot be assumed (\(error.reference)): "
                    + "\(error.message) Check the role's trust policy, external_id and mfa_serial.")
        }
    }

    /// The keys of a profile that a role builds on.
    private func credentials(from name: String, visited: [String]) async throws -> SourcedCredentials {
        let section = context.profiles.merged(name)
        if RoleProfile.isRole(section), !hasKeys(section) {
            let keys = try await credentials(of: name, visited: visited)
            return SourcedCredentials(keys, source: CredentialSource.assumedRole.name)
        }
        let of = context.of(profile: name)
        for source in CredentialChain.ofProfile {
            if let keys = try await source.find(of) { return SourcedCredentials(keys, source: source.name) }
        }
        throw ConfigurationError(
            "The profile '\(name)', which others name as source_profile, has no credentials; run 'aws configure "
                + "--profile \(name)'.")
    }

    /// The keys of a place that a profile names. Source: botocore, `CanonicalNameCredentialSourcer`.
    private func credentials(fromPlace place: String, for profile: String) async throws -> SourcedCredentials
    {
        let source: CredentialSource
        switch place.lowercased() {
        case "environment": source = .environmentAlways
        case "ec2instancemetadata": source = .instanceMetadata
        case "ecscontainer": source = .container
        default:
            throw ConfigurationError(
                "The profile '\(profile)' names the credential_source '\(place)', which there is not; use "
                    + "Environment, Ec2InstanceMetadata or EcsContainer.")
        }
        guard let keys = try await source.find(context) else {
            throw ConfigurationError(
                "The credential_source '\(place)' of the profile '\(profile)' has no credentials; run this where "
                    + "it has, or use source_profile.")
        }
        return SourcedCredentials(keys, source: source.name)
    }

    /// A profile may name itself, for keys that stand beside its role, but no profile that leads back to it.
    private func check(_ source: String, for name: String, visited: [String]) throws(ConfigurationError) {
        guard context.profiles.profileNames.contains(source) else {
            throw ConfigurationError(
                "The profile '\(name)' names the source_profile '\(source)', which there is not; add it or name "
                    + "another.")
        }
        guard visited.contains(source) else { return }
        guard source == name, hasKeys(context.profiles.merged(source)) else {
            throw ConfigurationError(
                "The profiles \((visited + [source]).joined(separator: " → ")) build on each other in a circle; "
                    + "give one of them a source_profile with keys.")
        }
    }

    private func hasKeys(_ section: IniFile.Section) -> Bool {
        section["aws_access_key_id"] != nil || section["aws_secret_access_key"] != nil
    }

    private func askForMFA(_ role: RoleProfile, profile: String) async throws -> SecurityTokenService.MFA? {
        guard let serial = role.mfaSerial else { return nil }
        guard let ask = context.tools.askForCode else {
            throw ConfigurationError(
                "The profile '\(profile)' asks for the code of \(serial), and there is no terminal to ask at; run "
                    + "Carillon in a terminal, or export temporary keys.")
        }
        let code = try await ask(serial)
        return SecurityTokenService.MFA(serial: serial, code: code)
    }
}

extension ServiceError {
    /// The code with the request id, to be quoted.
    var reference: String { requestId.map { "\(code), request id \($0)" } ?? code }
}
