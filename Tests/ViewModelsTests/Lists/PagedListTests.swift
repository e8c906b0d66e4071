import Foundation
import Testing

@testable import ViewModels

/// A long list comes page by page, and what was read is never taken away by a later read.
@Suite struct PagedListTests {
    private let date = Date(timeIntervalSince1970: 0)
    private let failure = Failure(summary: "It is gone.", advice: "Press r.")

    /// A list that has read the given pages, with a token after each but the last.
    private func list(_ pages: [Int]..., hasMore: Bool = false) -> PagedList<Int> {
        var list = PagedList<Int>()
        list.restart()
        for (index, page) in pages.enumerated() {
            let isLast = index == pages.count - 1 && !hasMore
            _ = list.take(page, nextToken: isLast ? nil : "after \(page.last ?? 0)", at: date)
        }
        return list
    }

    @Test func pagesAreReadToTheEndByThemselves() {
        var list = PagedList<Int>()
        list.restart()
        #expect(list.take([1, 2], nextToken: "t", at: date) == "t")
        #expect(list.items == [1, 2])
        #expect(list.take([3], nextToken: nil, at: date) == nil)
        #expect(list.items == [1, 2, 3])
        #expect(list.phase == .idle)
        #expect(!list.hasMore)
        #expect(list.readOn() == nil)
    }

    @Test func anEmptyTokenIsNone() {
        var list = PagedList<Int>()
        list.restart()
        #expect(list.take([1], nextToken: "", at: date) == nil)
        #expect(!list.hasMore)
    }

    @Test func aVeryLongListWaitsToBeAsked() {
        let many = Array(0..<PagedList<Int>.automaticLimit)
        var list = list(many, hasMore: true)
        #expect(list.phase == .idle)
        #expect(list.hasMore)
        #expect(list.readOn() == .some("after \(many.count - 1)"))
        #expect(list.readOn() == nil, "one page is under way already")
        #expect(list.take([-1], nextToken: nil, at: date) == nil)
        #expect(list.items == many + [-1])
    }

    @Test func rowsStayUntilAReReadHasGotAsFar() {
        var list = list([1, 2], [3, 4])
        list.restart()
        #expect(list.take([1], nextToken: "t", at: date) == "t")
        #expect(list.items == [1, 2, 3, 4])
        #expect(list.take([4], nextToken: nil, at: date) == nil)
        #expect(list.items == [1, 4], "what is gone is gone once the whole list was read again")
    }

    @Test func aReReadThatBreaksOffLeavesAListThatGoesOnWhereItEnded() {
        let many = Array(0..<PagedList<Int>.automaticLimit)
        var list = list(many, hasMore: true)
        list.restart()
        _ = list.take([0, 1], nextToken: "early", at: date)
        list.fail(failure, at: date)
        #expect(list.items == many)
        #expect(list.readOn() == .some("after \(many.count - 1)"))
    }

    @Test func aFailureSaysSinceWhen() {
        var list = list([1])
        list.restart()
        list.fail(failure, at: date)
        list.fail(failure, at: date + 60)
        #expect(list.failure == failure)
        #expect(list.failedSince == date)
        #expect(list.items == [1])
        list.restart()
        #expect(list.failure == nil)
    }
}
