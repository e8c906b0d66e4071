import ChimeIdentity

/// Changes whose answer got lost: only what the service has then tells whether they were made.
enum OpenOutcome {
    /// Sends a change and, where no answer tells how it went, sees whether it was made all the same.
    ///
    /// - Parameters:
    ///   - takesAway: Whether the change takes something away, so that its absence may be what an attempt before the
    ///     last has brought about.
    ///   - isMade: Reads what the service has.
    /// - Throws: What `change` throws where it was not made, or `Failure` where that cannot be found out.
    static func send(
        takesAway: Bool = false, _ change: () async throws -> Void, orSee isMade: () async throws -> Bool
    ) async throws {
        do {
            try await change()
        } catch let error as IdentityError {
            guard error.leavesOpen || (takesAway && error.isAbsence) else { throw error }
            guard let made = try? await isMade() else { throw Failure(leavingOpen: error) }
            guard !made else { return }
            // The service may come to it after it was looked for.
            if error.mayGoOn { throw Failure(leavingOpen: error) }
            throw error
        }
    }
}

extension Failure {
    /// The failure of a change that nobody can tell the outcome of.
    init(leavingOpen error: IdentityError) {
        guard error.leavesOpen else {
            self.init(error)
            return
        }
        self.init(
            summary: "\(error.summary) The change may have been made all the same.", code: error.code,
            requestId: error.requestId, advice: "Refresh to see what the service has.")
    }
}
