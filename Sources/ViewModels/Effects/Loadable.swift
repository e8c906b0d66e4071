import Foundation

/// A value that is read from the service, with what is known of its age.
public enum Loadable<Value: Sendable>: Sendable {
    /// Nobody has asked for it.
    case idle
    /// It is being read for the first time.
    case loading
    /// It was read at this time.
    case loaded(Value, at: Date)
    /// It was read at this time and is being read again.
    case refreshing(Value, at: Date)
    /// It could not be read, ever.
    case failed(Failure)
    /// It was read at this time; reading it again has failed since the second time.
    case stale(Value, at: Date, Failure, since: Date)

    /// The last good value.
    public var value: Value? {
        switch self {
        case .idle, .loading, .failed: nil
        case .loaded(let value, _), .refreshing(let value, _), .stale(let value, _, _, _): value
        }
    }

    /// When the last good value was read.
    public var readAt: Date? {
        switch self {
        case .idle, .loading, .failed: nil
        case .loaded(_, let at), .refreshing(_, let at), .stale(_, let at, _, _): at
        }
    }

    /// Why the last read failed, if it did.
    public var failure: Failure? {
        switch self {
        case .failed(let failure), .stale(_, _, let failure, _): failure
        case .idle, .loading, .loaded, .refreshing: nil
        }
    }

    /// Whether a read is under way.
    public var isLoading: Bool {
        switch self {
        case .loading, .refreshing: true
        case .idle, .loaded, .failed, .stale: false
        }
    }

    /// Notes that a read has started. What was read before stays, and so does the word of a failure until
    /// the read has ended.
    public mutating func begin() {
        switch self {
        case .idle, .failed: self = .loading
        case .loaded(let value, let at): self = .refreshing(value, at: at)
        case .loading, .refreshing, .stale: break
        }
    }

    /// Notes how a read has ended.
    public mutating func finish(_ result: Result<Value, Failure>, at date: Date) {
        switch result {
        case .success(let value):
            self = .loaded(value, at: date)
        case .failure(let failure):
            switch self {
            case .idle, .loading, .failed:
                self = .failed(failure)
            case .loaded(let value, let at), .refreshing(let value, let at):
                self = .stale(value, at: at, failure, since: date)
            case .stale(let value, let at, _, let since):
                self = .stale(value, at: at, failure, since: since)
            }
        }
    }

    /// Changes the last good value in place, such as after a write that was read back.
    public mutating func modify(_ change: (inout Value) -> Void) {
        switch self {
        case .idle, .loading, .failed: break
        case .loaded(var value, let at):
            change(&value)
            self = .loaded(value, at: at)
        case .refreshing(var value, let at):
            change(&value)
            self = .refreshing(value, at: at)
        case .stale(var value, let at, let failure, let since):
            change(&value)
            self = .stale(value, at: at, failure, since: since)
        }
    }
}

extension Loadable: Equatable where Value: Equatable {}
