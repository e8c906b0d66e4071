import Foundation
import Testing

@testable import TerminalUI

/// The table against what the package that it was made from answers.
@Suite struct TextWidthTests {
    private static let samples: [(scalar: Unicode.Scalar, width: Int)] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/widths.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count == 2, let value = UInt32(fields[0], radix: 16), let width = Int(fields[1])
            else {
                return nil
            }
            return Unicode.Scalar(value).map { ($0, width) }
        }
    }()

    @Test func samplesOfAllWidthsAreRight() {
        #expect(Self.samples.count > 700)
        let wrong = Self.samples.filter { TextWidth.columns(of: $0.scalar) != $0.width }
        #expect(wrong.map { String($0.scalar.value, radix: 16) } == [])
    }

    @Test func everyPrintableASCIICharacterTakesOneCell() {
        #expect((0x20..<0x7F).allSatisfy { TextWidth.columns(of: Unicode.Scalar($0)) == 1 })
    }

    @Test(arguments: [TextWidth.wide, TextWidth.zero])
    func rangesAscendAndDoNotTouch(table: [UInt32]) {
        #expect(table.count.isMultiple(of: 2))
        #expect(zip(table, table.dropFirst()).allSatisfy { $0 <= $1 })
        let starts = stride(from: 2, to: table.count, by: 2)
        #expect(starts.allSatisfy { table[$0] > table[$0 - 1] + 1 })
    }
}
