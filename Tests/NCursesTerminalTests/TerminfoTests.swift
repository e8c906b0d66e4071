import Testing

@testable import NCursesTerminal

/// Padding marks are for old hardware and are not to be sent.
@Suite struct TerminfoTests {
    @Test(arguments: [
        ("\u{1B}[?1l\u{1B}>", "\u{1B}[?1l\u{1B}>"), ("\u{1B}[m$<2>", "\u{1B}[m"), ("a$<5*/>b$<1>c", "abc"),
        ("cost $5", "cost $5"), ("$<5", "$<5"), ("$", "$"), ("", ""),
    ])
    func paddingIsLeftOut(text: String, sent: String) {
        #expect(Terminfo.withoutPadding(text) == sent)
    }
}
