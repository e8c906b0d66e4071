import Testing

@testable import ViewModels

/// The cursor and the marks are on devices, not on rows: nothing that the service does moves them to other ones.
@Suite struct RowListTests {
    private func list(_ names: String..., on name: String? = nil) -> RowList<Planet> {
        var list = RowList<Planet>(cursorOn: name.map { "id-\($0)" })
        list.replace(planets(names))
        return list
    }

    private func planets(_ names: [String]) -> [Planet] { names.map { Planet(name: $0) } }

    @Test func itStartsOnTheFirstRow() {
        #expect(list().selected == nil)
        #expect(list("b", "a").selected?.name == "a")
    }

    @Test func theCursorStaysOnItsRowWhereverThatGoes() {
        var list = list("a", "b", "c", on: "b")
        list.replace(planets(["0", "00", "a", "b"]))
        #expect(list.selected?.name == "b")
        #expect(list.cursor == 3)
        list.insert(planets(["A", "z"]))
        #expect(list.rows.map(\.name) == ["0", "00", "A", "a", "b", "z"])
        #expect(list.selected?.name == "b")
    }

    @Test func whereItsRowIsGoneTheCursorTakesTheOneInItsPlace() {
        var list = list("a", "b", "c", on: "b")
        list.replace(planets(["a", "c"]))
        #expect(list.selected?.name == "c")
        list.replace(planets(["a"]))
        #expect(list.selected?.name == "a")
    }

    @Test func anEmptyListDoesNotMakeTheCursorForget() {
        var list = list(on: "b")
        list.replace(planets(["a", "b"]))
        #expect(list.selected?.name == "b")
        list.setFilter("nothing")
        #expect(list.selected == nil)
        list.setFilter("")
        #expect(list.selected?.name == "b")
    }

    @Test func theCursorStopsAtTheEnds() {
        var list = list("a", "b", "c")
        list.move(.by(10))
        #expect(list.selected?.name == "c")
        list.move(.by(-10))
        #expect(list.selected?.name == "a")
        list.move(.last)
        #expect(list.selected?.name == "c")
        list.move(.first)
        #expect(list.selected?.name == "a")
    }

    @Test func anotherOrderKeepsTheCursorOnItsRow() {
        var list = RowList<Planet>()
        list.replace([
            Planet(name: "a", kind: "z"), Planet(name: "b", kind: "y"), Planet(name: "c", kind: "y"),
        ])
        list.sortByNextColumn()
        #expect(list.rows.map(\.name) == ["b", "c", "a"])
        #expect(list.selected?.name == "a")
        list.reverseSort()
        #expect(list.rows.map(\.name) == ["a", "c", "b"], "turned round, equal ones are too")
        list.sortByNextColumn()
        #expect(list.sort == RowSort(column: 0), "a column that is not shown is passed over")
    }

    @Test func filterAndOrderHoldForWhatComesLater() {
        var list = list("a1", "b1")
        list.setFilter("1")
        list.reverseSort()
        list.replace(planets(["a1", "c1", "c2"]))
        list.insert(planets(["b1", "b2"]))
        #expect(list.rows.map(\.name) == ["c1", "b1", "a1"])
        #expect((list.count, list.total) == (3, 5))
    }

    @Test func marksStayWithTheirRowsAndGoWithThem() {
        var list = list("a", "b", "c")
        list.toggleMark()
        #expect(list.selected?.name == "b")
        list.toggleMark()
        list.setFilter("c")
        list.markAll()
        #expect(list.marked.map(\.name) == ["a", "b", "c"])
        list.setFilter("")
        list.replace(planets(["0", "b", "c"]))
        #expect(list.marked.map(\.name) == ["b", "c"])
        list.clearMarks(["id-b"])
        #expect(list.marked.map(\.name) == ["c"])
        list.clearMarks()
        #expect(list.marked.isEmpty)
    }

    @Test func manyRowsInManyPagesAreInOrder() {
        var generator = SystemRandomNumberGenerator()
        let names = (0..<2000).map { String($0) }.shuffled(using: &generator)
        var list = RowList<Planet>()
        for start in stride(from: 0, to: names.count, by: 50) {
            list.insert(planets(Array(names[start..<start + 50])))
        }
        #expect(list.rows.map(\.name) == names.sorted())
    }
}
