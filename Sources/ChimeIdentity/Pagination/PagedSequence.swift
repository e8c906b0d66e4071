import AWSClient

/// The items of all pages of a list operation, fetched as they are asked for.
///
/// An empty page that names a next one is not the end; a NextToken without characters is. A token that comes a second
/// time ends the sequence with `IdentityError.repeatedToken`, as following it would never end.
public struct PagedSequence<Element: Sendable>: AsyncSequence, Sendable {
    /// One page: its items, and where the next one starts.
    typealias Page = (items: [Element], nextToken: String?)

    private let operation: String
    private let fetch: @Sendable (String?) async throws(IdentityError) -> Page

    /// - Parameter fetch: Gets the page that starts at a token, or the first one.
    init(operation: String, fetch: @escaping @Sendable (String?) async throws(IdentityError) -> Page) {
        self.operation = operation
        self.fetch = fetch
    }

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(operation: operation, fetch: fetch)
    }

    /// Goes through the items.
    public struct Iterator: AsyncIteratorProtocol {
        private let operation: String
        private let fetch: @Sendable (String?) async throws(IdentityError) -> Page
        private var items: ArraySlice<Element> = []
        private var nextToken: String?
        private var seenTokens: Set<String> = []
        private var isAtEnd = false

        fileprivate init(
            operation: String, fetch: @escaping @Sendable (String?) async throws(IdentityError) -> Page
        ) {
            self.operation = operation
            self.fetch = fetch
        }

        /// The next item; nil at the end, and after an error.
        ///
        /// - Throws: `IdentityError`.
        public mutating func next() async throws(IdentityError) -> Element? {
            try await next(isolation: #isolation)
        }

        /// The next item; nil at the end, and after an error.
        ///
        /// - Throws: `IdentityError`.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(IdentityError)
            -> Element?
        {
            while items.isEmpty {
                if isAtEnd { return nil }
                isAtEnd = true
                let page = try await fetch(nextToken)
                items = page.items[...]
                guard let following = page.nextToken, !following.isEmpty else { continue }
                guard seenTokens.insert(following).inserted else {
                    throw .repeatedToken(operation: operation)
                }
                nextToken = following
                isAtEnd = false
            }
            return items.removeFirst()
        }
    }
}

extension IdentityClient {
    /// Every endpoint of a user.
    public func endpoints(of userArn: String, pageSize: Int? = nil)
        -> PagedSequence<AppInstanceUserEndpointSummary>
    {
        PagedSequence(operation: "ListAppInstanceUserEndpoints") { token throws(IdentityError) in
            let page = try await perform(
                Operations.listAppInstanceUserEndpoints,
                ListAppInstanceUserEndpointsRequest(
                    appInstanceUserArn: userArn, maxResults: pageSize, nextToken: token))
            return (page.appInstanceUserEndpoints ?? [], page.nextToken)
        }
    }

    /// Every user of an AppInstance.
    public func users(of appInstanceArn: String, pageSize: Int? = nil)
        -> PagedSequence<AppInstanceUserSummary>
    {
        PagedSequence(operation: "ListAppInstanceUsers") { token throws(IdentityError) in
            let page = try await perform(
                Operations.listAppInstanceUsers,
                ListAppInstanceUsersRequest(
                    appInstanceArn: appInstanceArn, maxResults: pageSize, nextToken: token))
            return (page.appInstanceUsers ?? [], page.nextToken)
        }
    }

    /// Every AppInstance of the account.
    public func appInstances(pageSize: Int? = nil) -> PagedSequence<AppInstanceSummary> {
        PagedSequence(operation: "ListAppInstances") { token throws(IdentityError) in
            let page = try await perform(
                Operations.listAppInstances,
                ListAppInstancesRequest(maxResults: pageSize, nextToken: token))
            return (page.appInstances ?? [], page.nextToken)
        }
    }
}
