import ChimeIdentity
import Foundation

/// What happened outside a screen, told to it on the main thread.
public enum Message: Sendable {
    /// A query of this screen was answered.
    case loaded(Query, Result<QueryResult, Failure>, at: Date)
    /// A query of this screen has taken long enough to say so.
    case slow(Query)
    /// A write has been sent: it may take a while.
    case writing(Write)
    /// Several writes are about to be sent, one after the other.
    case writingAll([Write])
    /// A write that this screen asked for was not sent: the person did not agree to it.
    case declined(Write)
    /// A write of any screen has ended.
    case written(WriteOutcome)
    /// The refresh interval has passed.
    case refreshDue
    /// The account, region and service the program talks to are known, or could not be found out.
    case session(SessionState)
    /// The dialog above this screen has answered.
    case answered(Answer)
    /// Something that was done on this side, such as copying.
    case done(String)
    /// Something to tell the person that is no outcome of a write, such as that there is nothing to undo.
    case notice(String)
}

/// How a write ended.
public struct WriteOutcome: Sendable, Equatable {
    /// What was asked for.
    public let write: Write
    /// What the service says now, or why the write failed.
    public let result: Result<WriteConfirmation, Failure>
    /// When it ended.
    public let at: Date
    /// Whether it was made by undo; such a write is not undone again.
    public let isUndo: Bool
    /// What the writes that were asked for together have in common; nil for one that was asked for alone.
    public let batch: Int?

    /// The outcome of a write.
    public init(
        write: Write, result: Result<WriteConfirmation, Failure>, at: Date, isUndo: Bool, batch: Int? = nil
    ) {
        self.write = write
        self.result = result
        self.at = at
        self.isUndo = isUndo
        self.batch = batch
    }
}

extension WriteOutcome {
    /// The write that takes this one back; nil where it has failed or cannot be taken back.
    var inverse: Write? {
        switch (write, result) {
        case (.deregister(let userArn, let endpointId, _), .success(.deregistered(let kept))):
            // The id makes the token one of its own: no endpoint is deregistered twice.
            .register(userArn: userArn, registration: kept, token: "undo-\(endpointId)")
        case (_, .success): write.inverse
        case (_, .failure): nil
        }
    }
}

/// What reading back after a write has shown.
public enum WriteConfirmation: Sendable, Equatable {
    /// The endpoint as it is now.
    case endpoint(AppInstanceUserEndpoint)
    /// The endpoint is gone; its details are kept, so that it can be registered again.
    case deregistered(kept: Registration)
    /// The corrected endpoint is there; why the old one is too, where it could not be removed.
    case replaced(AppInstanceUserEndpoint, leftover: Failure?)
    /// The tags as they are now.
    case tags([Tag])
    /// The write was accepted, but reading back failed: what is shown may be out of date.
    case unread(Failure)
}
