import Foundation

/// A list that is read page by page. What was read before stays until a re-read has got as far.
public struct PagedList<Item: Sendable & Equatable>: Sendable, Equatable {
    /// What a read of the list is doing.
    public enum Phase: Sendable, Equatable {
        /// Nothing is under way.
        case idle
        /// A page has been asked for.
        case reading
        /// The last page that was asked for could not be read.
        case failed(Failure, since: Date)
    }

    /// How many items are read without being asked for.
    public static var automaticLimit: Int { 1000 }

    /// The items as far as they have been read.
    public private(set) var items: [Item] = []
    /// What a read is doing.
    public private(set) var phase = Phase.idle
    /// When the last page was read; nil where none has been.
    public private(set) var readAt: Date?
    private var nextToken: String?
    /// What a re-read has so far; `items` and `nextToken` belong together all the while.
    private var replacement: [Item]?

    /// A list of which nothing has been read.
    public init() {}

    /// Whether the pages that come in take the place of what was read before.
    var isReadAnew: Bool { replacement != nil }

    /// Whether the service has more than was read.
    public var hasMore: Bool { readAt == nil || nextToken != nil }

    /// Why the last page could not be read.
    public var failure: Failure? {
        if case .failed(let failure, _) = phase { failure } else { nil }
    }

    /// Since when reading fails.
    public var failedSince: Date? {
        if case .failed(_, let since) = phase { since } else { nil }
    }

    /// Starts again at the first page.
    public mutating func restart() {
        replacement = []
        phase = .reading
    }

    /// Asks for the next page, unless one is under way or there is none.
    ///
    /// - Returns: The token to ask with, nil inside for the first page; nil where nothing is to be asked.
    public mutating func readOn() -> String?? {
        guard phase != .reading, hasMore else { return nil }
        phase = .reading
        return .some(nextToken)
    }

    /// Takes a page.
    ///
    /// - Returns: The token of a further page that should be read at once; nil where there is none.
    public mutating func take(_ page: [Item], nextToken: String?, at date: Date) -> String? {
        let following = nextToken.flatMap { $0.isEmpty ? nil : $0 }
        let goal = replacement == nil ? Self.automaticLimit : max(items.count, Self.automaticLimit)
        readAt = date
        let mustReadOn: Bool
        if var read = replacement.take() {
            read += page
            if read.count >= items.count || following == nil {
                items = read
                self.nextToken = following
            }
            mustReadOn = following != nil && read.count < goal
            replacement = mustReadOn ? read : nil
        } else {
            items += page
            self.nextToken = following
            mustReadOn = following != nil && items.count < goal
        }
        phase = mustReadOn ? .reading : .idle
        return mustReadOn ? following : nil
    }

    /// Notes that a page could not be read. What was read stays, and reading on goes on from there.
    public mutating func fail(_ failure: Failure, at date: Date) {
        phase = .failed(failure, since: failedSince ?? date)
        replacement = nil
    }
}
