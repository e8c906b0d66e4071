import AWSClient

/// The items of all pages of a list operation, fetched as they are asked for.
public struct PagedSequence<Element: Sendable>: AsyncSequence, Sendable {
    /// One page: its items, and where the next one starts.
    typealias Page = (items: [Element], nextToken: String?)

    private let operation: String
    private let fetch: @Sendable (String?) async throws -> Page

    /// - Parameter fetch: Gets the page that starts at a token, or the first one.
    init(operation: String, fetch: @escaping @Sendable (String?) async throws -> Page) {
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
        private let fetch: @Sendable (String?) async throws -> Page
        private var items: ArraySlice<Element> = []
        private var nextToken: String?
        private var isAtEnd = false

        fileprivate init(operation: String, fetch: @escaping @Sendable (String?) async throws -> Page) {
            self.operation = operation
            self.fetch = fetch
        }

        /// The next item; nil at the end. An empty page that names a next one is not the end.
        ///
        /// - Throws: `IdentityError`.
        public mutating func next() async throws -> Element? {
            while items.isEmpty {
                if isAtEnd { return nil }
                let page = try await fetch(nextToken)
                items = page.items[...]
                let following = page.nextToken.flatMap { $0.isEmpty ? nil : $0 }
                if let following, following == nextToken {
                    throw IdentityError.repeatedToken(operation: operation)
                }
                nextToken = following
                isAtEnd = following == nil
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
        PagedSequence(operation: "ListAppInstanceUserEndpoints") { token in
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
        PagedSequence(operation: "ListAppInstanceUsers") { token in
            let page = try await perform(
                Operations.listAppInstanceUsers,
                ListAppInstanceUsersRequest(
                    appInstanceArn: appInstanceArn, maxResults: pageSize, nextToken: token))
            return (page.appInstanceUsers ?? [], page.nextToken)
        }
    }

    /// Every AppInstance of the account.
    public func appInstances(pageSize: Int? = nil) -> PagedSequence<AppInstanceSummary> {
        PagedSequence(operation: "ListAppInstances") { token in
            let page = try await perform(
                Operations.listAppInstances,
                ListAppInstancesRequest(maxResults: pageSize, nextToken: token))
            return (page.appInstances ?? [], page.nextToken)
        }
    }
}
