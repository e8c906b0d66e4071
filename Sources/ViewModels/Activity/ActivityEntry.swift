import ChimeIdentity

/// Something that was changed, or went wrong: a line of `activity.jsonl`. Holds no secret and no device token.
public struct ActivityEntry: Sendable, Hashable, Codable {
    /// What the entry is about.
    public enum Kind: String, Sendable, Codable {
        /// Something was to be changed.
        case write
        /// Something could not be read.
        case error
    }

    /// How it ended.
    public enum Outcome: String, Sendable, Codable {
        /// The service has made the change.
        case done
        /// The change was not made, or not all of it; the reading failed.
        case failed
    }

    /// A member of a resource before and after. Untrusted text.
    public struct Change: Sendable, Hashable, Codable {
        /// The member by its name in the service model, or `Tag KEY`.
        public let member: String
        /// The value before; nil for none.
        public let old: String?
        /// The value that was asked for; nil for none.
        public let new: String?

        /// A change of a member.
        public init(_ member: String, from old: String?, to new: String?) {
            self.member = member
            self.old = old
            self.new = new
        }
    }

    /// Tells two entries apart; of two entries of the same moment the later one has the greater id.
    public internal(set) var id = ""
    /// When it ended.
    public let time: Timestamp
    /// What the entry is about.
    public let kind: Kind
    /// What was done, for a person. Untrusted text.
    public let title: String
    /// The operations by their names in the service model, in the order in which they were sent.
    public let operations: [String]
    /// The profile that was in use; nil where there was none.
    public var profile: String?
    /// The region.
    public var region: String?
    /// The account that has the resource, 12 digits; nil where the resource does not say.
    public let account: String?
    /// Whose keys signed, as far as AWS has said it, else their access key id; nil where none were found.
    public var principal: String?
    /// The ARN of the resource: of a user, where it is a device or its tags.
    public let resource: String?
    /// The EndpointId.
    public let endpoint: String?
    /// What was to change.
    public let changes: [Change]
    /// How it ended.
    public let outcome: Outcome
    /// Whether it took back an earlier change.
    public let isUndo: Bool
    /// What went wrong, in one sentence. Untrusted text.
    public let error: String?
    /// The service's code of the error.
    public let code: String?
    /// The ids to quote to AWS Support, of every request that changed or refused something.
    public let requestIds: [String]

    enum CodingKeys: String, CodingKey {
        case id, time, kind, title, operations, profile, region, account, principal, resource, endpoint,
            changes
        case outcome, error, code
        case isUndo = "undo"
        case requestIds = "request_ids"
    }
}

extension ActivityEntry: ListRow {
    /// What the list shows of an entry, and what it can be searched by besides.
    public static var columns: [ListColumn] {
        [
            ListColumn("time"), ListColumn("result", .term), ListColumn("what"), ListColumn("user"),
            ListColumn("code", .term, isShown: false), ListColumn("request", .term, isShown: false),
            ListColumn("endpoint", .term, isShown: false), ListColumn("changes", isShown: false),
            ListColumn("principal", isShown: false), ListColumn("error", isShown: false),
        ]
    }

    /// The id.
    public var identity: String { id }

    /// What stands in a column.
    public func text(of column: Int) -> String {
        switch column {
        case 0: time.text
        case 1: outcome.rawValue
        case 2: title
        case 3: resource.map { UserReference(arn: $0).title } ?? ""
        case 4: code ?? ""
        case 5: requestIds.joined(separator: " ")
        case 6: endpoint ?? ""
        case 7: changes.map(\.sentence).joined(separator: "; ")
        case 8: principal ?? ""
        default: error ?? ""
        }
    }
}

extension ActivityEntry.Change {
    /// The member with the value before and the one after. Untrusted text.
    public var sentence: String { "\(member): \(old ?? "none") → \(new ?? "none")" }
}

extension ActivityEntry {
    /// What of it can be copied.
    public var copies: [CopyItem] {
        requestIds.map { CopyItem("request id", $0) }
            + [("endpoint id", endpoint), ("ARN", resource), ("error", error)].compactMap { title, text in
                text.map { CopyItem(title, $0) }
            }
            + [
                CopyItem(
                    "JSON", (try? JSONText.line(self))?.dropLast().description ?? "",
                    shownAs: "the whole entry")
            ]
    }
}
