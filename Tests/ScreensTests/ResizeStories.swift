import TestSupport
import Testing

/// A window that is dragged about, whatever is open in it.
@Suite(.timeLimit(.minutes(2))) struct ResizeStories {
    /// How to get to every screen and dialog from the devices.
    static let ways: [[String]] = [
        [], ["G", "Enter"], ["/", "p"], ["?"], [":", "r", "e"], ["y"], ["E"], ["t"], ["t", "+", "x"],
        ["t", "Enter"],
        ["n", "x"], ["+", "x", "Tab"], ["G", "R"], ["j", "D"], ["*", "a"], ["Ctrl-P"],
        ["j", "a", "E", "Enter"],
    ]

    /// Sizes from 1×1 to 500×200 in an order that makes no sense, but always the same.
    private var storm: [(columns: Int, rows: Int)] {
        (0..<40).map { step in (1 + step * 197 % 500, 1 + step * 71 % 200) } + [
            (1, 1), (500, 200), (1, 200), (500, 1),
        ]
    }

    @Test(arguments: ways) func everyScreenComesThroughAStormOfSizes(way: [String]) async throws {
        let story = try await Story.devices()
        for key in way { await story.press(key) }
        let before = story.rows
        for size in storm { await story.resize(columns: size.columns, rows: size.rows) }
        await story.resize(columns: 100, rows: 30)
        #expect(story.rows == before)
    }

    @Test(arguments: ways) func keysInATerminalThatIsTooSmallDoNoHarm(way: [String]) async throws {
        let story = try await Story.devices()
        for key in way { await story.press(key) }
        let requests = story.transport.requests.filter { !$0.hasPrefix("GET ") }.count
        await story.resize(columns: 3, rows: 2)
        await story.press("PgDn", "PgUp", "Down", "Up", "End", "Home")
        await story.resize(columns: 100, rows: 30)
        #expect(story.transport.requests.filter { !$0.hasPrefix("GET ") }.count == requests)
    }
}
