import Foundation
import Testing

@testable import ViewModels

/// What was read stays when reading it again fails.
@Suite struct LoadableTests {
    private let date = Date(timeIntervalSince1970: 0)
    private let failure = Failure(summary: "It is gone.", advice: "Press r.")

    @Test func whatWasNeverReadHasNoValue() {
        var value = Loadable<Int>.idle
        value.begin()
        #expect(value == .loading)
        value.finish(.failure(failure), at: date)
        #expect(value == .failed(failure))
        value.begin()
        #expect(value == .loading)
        value.finish(.success(1), at: date)
        #expect(value == .loaded(1, at: date))
    }

    @Test func theLastGoodValueStaysWithSinceWhenItIsOld() {
        var value = Loadable.loaded(1, at: date)
        value.begin()
        value.finish(.failure(failure), at: date + 15)
        value.begin()
        #expect(value.failure == failure, "the word of the failure stays until the read has ended")
        value.finish(.failure(failure), at: date + 30)
        #expect(value == .stale(1, at: date, failure, since: date + 15))
        #expect(value.readAt == date)
        value.finish(.success(2), at: date + 45)
        #expect(value == .loaded(2, at: date + 45))
    }

    @Test func aChangeInPlaceKeepsTheAge() {
        for var value: Loadable<Int> in [
            .loaded(1, at: date), .refreshing(1, at: date), .stale(1, at: date, failure, since: date),
        ] {
            value.modify { $0 += 1 }
            #expect(value.value == 2)
            #expect(value.readAt == date)
        }
        var nothing = Loadable<Int>.failed(failure)
        nothing.modify { $0 += 1 }
        #expect(nothing == .failed(failure))
    }
}
