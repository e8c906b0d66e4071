/// What a list needs to know of its rows to filter, sort and follow them.
public protocol ListRow: Sendable, Equatable {
    /// The columns, those that are shown first.
    static var columns: [ListColumn] { get }
    /// What tells the row from all others, such as an ARN.
    var identity: String { get }
    /// What stands in a column. Untrusted text.
    func text(of column: Int) -> String
}

/// A column of a list, as filters and sorting name it.
public struct ListColumn: Hashable, Sendable {
    /// What a column holds.
    public enum Kind: Sendable, Hashable {
        /// Words of the person's own: a filter may be any part of them.
        case text
        /// Fixed terms: a filter must be the beginning of one, so that `active` does not find `INACTIVE`.
        case term
    }

    /// The name that filters use, such as `status`.
    public let name: String
    /// What it holds.
    public let kind: Kind
    /// Whether it is shown; others can only be filtered by.
    public let isShown: Bool

    /// A column.
    public init(_ name: String, _ kind: Kind = .text, isShown: Bool = true) {
        self.name = name
        self.kind = kind
        self.isShown = isShown
    }
}
