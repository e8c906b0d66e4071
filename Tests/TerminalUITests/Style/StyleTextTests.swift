import TerminalUI
import Testing

@Suite("A style in words")
struct StyleTextTests {
    @Test(
        "is read and written",
        arguments: [
            ("default", Style.plain), ("red", Style(foreground: .red)),
            ("bright-blue", Style(foreground: .ansi(12))), ("208", Style(foreground: .indexed(208))),
            ("bold", Style(attributes: .bold)),
            ("bold underline green", Style(foreground: .green, attributes: [.bold, .underline])),
        ])
    func words(text: String, style: Style) {
        #expect(Style(text) == style)
        #expect(style.description == text)
    }

    @Test("is read in any order")
    func order() {
        #expect(Style("green  bold") == Style(foreground: .green, attributes: .bold))
        #expect(Style("bold default") == Style(attributes: .bold))
    }

    @Test("is nothing else", arguments: ["", " ", "red blue", "256", "-1", "Red", "bright-", "on red"])
    func nonsense(text: String) {
        #expect(Style(text) == nil)
    }
}
