import Testing

@testable import ViewModels

/// The cursor is on a device, not on a row: nothing that the service does moves it to another one.
@Suite struct ListCursorTests {
    private func cursor(on id: String, in ids: [String]) -> ListCursor<String> {
        var cursor = ListCursor<String>()
        cursor.select(id, in: ids)
        return cursor
    }

    @Test func itStartsOnTheFirstRow() {
        var cursor = ListCursor<String>()
        cursor.follow([])
        #expect(cursor.selected == nil)
        cursor.follow(["a", "b"])
        #expect(cursor.selected == "a")
    }

    @Test func itStaysOnItsRowWhereverThatGoes() {
        var cursor = cursor(on: "b", in: ["a", "b", "c"])
        cursor.follow(["0", "a", "c", "b"])
        #expect(cursor.selected == "b")
        #expect(cursor.index == 3)
    }

    @Test func whereItsRowIsGoneItTakesTheOneInItsPlace() {
        var cursor = cursor(on: "b", in: ["a", "b", "c"])
        cursor.follow(["a", "c"])
        #expect(cursor.selected == "c")
        cursor.follow(["a"])
        #expect(cursor.selected == "a")
    }

    @Test func anEmptyListDoesNotMakeItForget() {
        var cursor = ListCursor(on: "b")
        cursor.follow([])
        cursor.follow(["a", "b"])
        #expect(cursor.selected == "b")
    }

    @Test func itStopsAtTheEnds() {
        let ids = ["a", "b", "c"]
        var cursor = cursor(on: "b", in: ids)
        cursor.move(.by(10), in: ids)
        #expect(cursor.selected == "c")
        cursor.move(.by(-10), in: ids)
        #expect(cursor.selected == "a")
        cursor.move(.last, in: ids)
        #expect(cursor.selected == "c")
        cursor.move(.first, in: ids)
        #expect(cursor.selected == "a")
        cursor.move(.by(1), in: [])
        #expect(cursor.selected == "a")
    }
}
