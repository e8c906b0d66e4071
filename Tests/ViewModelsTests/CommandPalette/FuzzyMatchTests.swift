import Testing

@testable import ViewModels

/// The letters that somebody types find what they mean.
@Suite struct FuzzyMatchTests {
    private func best(_ typed: String, of texts: [String]) -> String? {
        texts.compactMap { text in FuzzyMatch(typed, in: text).map { (text, $0) } }.max { $0.1 < $1.1 }?.0
    }

    @Test func lettersNeedOnlyFollowOneAnother() {
        #expect(FuzzyMatch("tgal", in: "device.toggle-allow") != nil)
        #expect(FuzzyMatch("lat", in: "device.toggle-allow") == nil)
        #expect(FuzzyMatch("Device", in: "device.rename")?.places == [0, 1, 2, 3, 4, 5])
        #expect(FuzzyMatch("", in: "anything") != nil)
        #expect(FuzzyMatch("a", in: "") == nil)
    }

    @Test func theBeginningOfAWordBeatsItsMiddle() {
        #expect(best("q", of: ["list.mark-all", "quit", "session.request"]) == "quit")
        #expect(best("re", of: ["list.mark-all", "device.repair", "device.toggle-allow"]) == "device.repair")
        #expect(best("sort", of: ["list.reverse-sort", "list.sort"]) == "list.sort")
    }

    @Test func lettersThatStandTogetherAreMeantTogether() {
        #expect(FuzzyMatch("al", in: "global-alarm")?.places == [7, 8])
        #expect(FuzzyMatch("bal", in: "a-b-global")?.places == [7, 8, 9])
    }

    @Test func wholeNameBeatsLongerOnes() {
        #expect(best("open", of: ["open-all", "open"]) == "open")
    }
}
