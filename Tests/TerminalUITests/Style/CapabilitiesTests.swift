import Testing

@testable import TerminalUI

/// A style is shown with the colours that the terminal has.
@Suite struct CapabilitiesTests {
    private func shown(_ color: Color, on depth: Capabilities.ColorDepth) -> Color {
        Capabilities(colors: depth, isUnicode: true).adapt(Style(foreground: color)).foreground
    }

    @Test(arguments: [Color.red, .ansi(9), .indexed(160)])
    func withoutColoursThereAreOnlyAttributes(color: Color) {
        let style = Style(foreground: color, background: color, attributes: [.bold, .underline])
        let shown = Capabilities(colors: .monochrome, isUnicode: true).adapt(style)
        #expect(shown == Style(attributes: [.bold, .underline]))
    }

    @Test(arguments: [Capabilities.ColorDepth.monochrome, .eight, .sixteen, .indexed])
    func theTerminalsOwnColoursAreKept(depth: Capabilities.ColorDepth) {
        #expect(shown(.default, on: depth) == .default)
    }

    @Test func brightColoursAreDarkWhereThereAreNoBrightOnes() {
        #expect(shown(.ansi(9), on: .eight) == .red)
        #expect(shown(.ansi(9), on: .sixteen) == .ansi(9))
    }

    @Test func thePaletteIsBroughtDownToTheNearestColour() {
        #expect(shown(.indexed(196), on: .sixteen) == .ansi(9))
        #expect(shown(.indexed(196), on: .eight) == .red)
        #expect(shown(.indexed(22), on: .sixteen) == .ansi(0))
        #expect(shown(.indexed(34), on: .eight) == .green)
        #expect(shown(.indexed(255), on: .sixteen) == .ansi(15))
        #expect(shown(.indexed(196), on: .indexed) == .indexed(196))
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func everyEntryOfThePaletteHasANearestColour(index: UInt8) {
        for depth in [Capabilities.ColorDepth.eight, .sixteen] {
            guard case .ansi(let basic) = shown(.indexed(index), on: depth) else {
                Issue.record("\(index) is no basic colour with \(depth)")
                continue
            }
            #expect(Int(basic) < depth.rawValue)
        }
    }
}
