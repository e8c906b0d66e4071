import ChimeIdentity
import Foundation

/// The tag editor: the tags as the service has them, and what a person wants to change. Saving sends all changes
/// at once; a refresh never touches them.
public struct TagsModel: Sendable, Equatable {
    /// What is to become of a tag.
    enum Edit: Sendable, Equatable {
        case set(String)
        case remove
    }

    /// A row of the editor.
    public struct Row: Sendable, Equatable {
        /// How the row differs from the service.
        public enum Change: Sendable, Equatable {
            /// It does not.
            case none
            /// The service does not have the key.
            case added
            /// The service has this value.
            case changed(from: String)
            /// It is to be removed.
            case removed
        }

        /// The tag as it will be; for one to be removed, as it is.
        public let tag: Tag
        /// How the row differs from the service.
        public let change: Change
    }

    /// The most tags of a resource. Source: AWS General Reference, tag quotas.
    public static let tagLimit = 50

    /// The user whose tags they are.
    public let user: UserReference
    /// The tags as the service has them.
    public private(set) var base = Loadable<[Tag]>.idle
    /// The cursor, by key.
    public private(set) var cursor = ListCursor<String>()
    /// The save under way.
    public private(set) var saving: Write?
    /// Why the last save failed.
    public private(set) var failure: Failure?
    /// A word about the last thing that was done.
    public private(set) var notice: String?
    private var edits: [String: Edit] = [:]
    private var isLeavingAfterSave = false

    /// The tags of a user.
    public init(user: UserReference) {
        self.user = user
    }

    /// The rows, sorted by key.
    public var rows: [Row] {
        let base = Dictionary((base.value ?? []).map { ($0.key, $0.value) }) { $1 }
        return Set(base.keys).union(edits.keys).sorted().compactMap { key in
            switch (base[key], edits[key]) {
            case (let value?, nil): Row(tag: Tag(key: key, value: value), change: .none)
            case (let value?, .remove?): Row(tag: Tag(key: key, value: value), change: .removed)
            case (let old?, .set(let new)?):
                Row(tag: Tag(key: key, value: new), change: old == new ? .none : .changed(from: old))
            case (nil, .set(let value)?): Row(tag: Tag(key: key, value: value), change: .added)
            case (nil, .remove?), (nil, nil): nil
            }
        }
    }

    /// The row under the cursor.
    public var selected: Row? { rows.first { $0.tag.key == cursor.selected } }

    /// What saving would send.
    public var change: TagChange {
        var change = TagChange()
        for row in rows {
            switch row.change {
            case .none: break
            case .added, .changed: change.put.append(row.tag)
            case .removed: change.remove.append(row.tag.key)
            }
        }
        return change
    }

    /// Whether something would be lost by leaving.
    public var hasUnsavedChanges: Bool { !change.isEmpty }

    /// Starts reading.
    public mutating func start() -> [Effect] { refresh() }

    /// Reads the tags again. Edits stay.
    public mutating func refresh() -> [Effect] {
        base.begin()
        return [.load(.tags(resourceArn: user.arn))]
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) {
        cursor.move(move, in: rows.map(\.tag.key))
    }

    /// What is wrong with a key for a new tag; nil where nothing is.
    public func problem(withKey key: String) -> String? {
        if key.lowercased().hasPrefix("aws:") { return "Keys that start with aws: are reserved." }
        do {
            try Shape.tagKey.validate(.string(key), parameter: "The key")
        } catch {
            return error.description
        }
        let isThere = rows.contains { $0.tag.key == key && $0.change != .removed }
        if isThere { return "The key is there already; leave this and edit its value." }
        let kept = rows.filter { $0.change != .removed }.count
        return kept >= Self.tagLimit ? "A user can have \(Self.tagLimit) tags at most." : nil
    }

    /// What is wrong with a value; nil where nothing is.
    public func problem(withValue value: String) -> String? {
        do {
            try Shape.tagValue.validate(.string(value), parameter: "The value")
            return nil
        } catch {
            return error.description
        }
    }

    /// Gives a key a value.
    public mutating func set(_ value: String, forKey key: String) {
        edits[key] = .set(value)
        (failure, notice) = (nil, nil)
        tidy()
        cursor.select(key, in: rows.map(\.tag.key))
    }

    /// Marks the row under the cursor for removal, or takes the mark or the change away.
    public mutating func toggleRemoval() {
        guard let selected else { return }
        let key = selected.tag.key
        switch selected.change {
        case .removed, .added: edits[key] = nil
        case .none, .changed: edits[key] = .remove
        }
        (failure, notice) = (nil, nil)
        cursor.follow(rows.map(\.tag.key))
    }

    /// Sends all changes.
    public mutating func save() -> [Effect] {
        let change = change
        guard saving == nil else { return [] }
        guard !change.isEmpty else {
            notice = "Nothing to save."
            return []
        }
        let base = Dictionary((base.value ?? []).map { ($0.key, $0.value) }) { $1 }
        let previous = TagChange(
            put: (change.put.map(\.key) + change.remove).sorted().compactMap { key in
                base[key].map { Tag(key: key, value: $0) }
            },
            remove: change.put.map(\.key).filter { base[$0] == nil })
        failure = nil
        notice = nil
        return [.write(.retag(resourceArn: user.arn, change: change, previous: previous))]
    }

    /// Leaves the editor, or asks first where something is unsaved.
    public func leave() -> [Effect] {
        guard hasUnsavedChanges else { return [.back] }
        let change = change
        let details =
            change.put.map { "save    \($0.key) = \($0.value)" } + change.remove.map { "remove  \($0)" }
        return [
            .open(
                .confirm(
                    Confirmation(
                        purpose: .discardChanges, title: "Leave without saving these changes?",
                        details: details, accept: "Discard")))
        ]
    }

    /// Notes why a command cannot run.
    public mutating func refuse(_ reason: String) {
        notice = reason
    }

    /// Takes what has happened.
    public mutating func receive(_ message: Message) -> [Effect] {
        switch message {
        case .loaded(.tags, .success(.tags(let tags)), let date):
            base.finish(.success(tags), at: date)
            tidy()
            return []
        case .loaded(.tags, .failure(let failure), let date):
            base.finish(.failure(failure), at: date)
            return []
        case .refreshDue:
            return base.isLoading || saving != nil ? [] : refresh()
        case .answered(.confirmed(.discardChanges)):
            return [.back]
        case .writing(let write):
            if case .retag(user.arn, _, _) = write { saving = write }
            return []
        case .written(let outcome):
            guard case .retag(user.arn, let change, _) = outcome.write else { return [] }
            saving = nil
            return finish(outcome, change)
        case .notice(let text):
            notice = text
            return []
        default:
            return []
        }
    }

    private mutating func finish(_ outcome: WriteOutcome, _ change: TagChange) -> [Effect] {
        switch outcome.result {
        case .success(.tags(let tags)):
            drop(change)
            base.finish(.success(tags), at: outcome.at)
            notice = outcome.isUndo ? "Undone: tags are as they were." : "Saved."
            tidy()
            return []
        case .success:
            drop(change)
            notice = "Saved, but reading the tags back failed."
            return refresh()
        case .failure(let failure):
            self.failure = failure
            if let applied = failure.applied, !applied.isEmpty { drop(applied) }
            return refresh()
        }
    }

    /// Forgets the edits that a save has carried out.
    private mutating func drop(_ change: TagChange) {
        for tag in change.put where edits[tag.key] == .set(tag.value) { edits[tag.key] = nil }
        for key in change.remove where edits[key] == .remove { edits[key] = nil }
        base.modify { tags in
            tags.removeAll { change.remove.contains($0.key) || change.put.map(\.key).contains($0.key) }
            tags = (tags + change.put).sorted { $0.key < $1.key }
        }
        tidy()
    }

    /// Forgets edits that say what the service has anyway, and keeps the cursor on its row.
    private mutating func tidy() {
        if let tags = base.value {
            for tag in tags where edits[tag.key] == .set(tag.value) { edits[tag.key] = nil }
            let keys = Set(tags.map(\.key))
            for (key, edit) in edits where edit == .remove && !keys.contains(key) { edits[key] = nil }
        }
        cursor.follow(rows.map(\.tag.key))
    }
}
