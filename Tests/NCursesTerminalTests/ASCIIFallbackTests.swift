import TerminalUI
import Testing

@testable import NCursesTerminal

/// Without UTF-8 the screen is poorer and still reads.
@Suite struct ASCIIFallbackTests {
    private func drawn(_ text: SafeText) -> String {
        text.clusters.map { cluster in
            let character = ASCIIFallback.character(for: cluster.text, isUnicode: false)
            return Unicode.Scalar(UInt32(bitPattern: character)).map(String.init) ?? ""
        }.joined()
    }

    @Test func marksAndLinesHaveStandIns() {
        #expect(drawn("┌─┐│└┘") == "+-+|++")
        #expect(drawn("●○▌›…✓✗") == "*o>>.+x")
    }

    @Test func whatHasNoneIsAQuestionMark() {
        #expect(drawn("中") == "?")
    }
}
