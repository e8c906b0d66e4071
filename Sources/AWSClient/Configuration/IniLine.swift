/// A line of an INI file without white space at its ends.
struct IniLine {
    /// The number, from 1.
    let number: Int
    /// How many blanks come first.
    let indentation: Int
    /// The line without white space at its ends.
    let text: Substring.UnicodeScalarView

    var isComment: Bool { text.first == "#" || text.first == ";" }

    /// The lines of a text, which end as Python's universal newlines do.
    static func lines(of text: String) -> [IniLine] {
        let scalars = text.unicodeScalars[...]
        var lines: [IniLine] = []
        var rest = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars
        while !rest.isEmpty {
            let line = rest.prefix { $0 != "\n" && $0 != "\r" }
            let end = rest[line.endIndex...]
            rest = end.starts(with: "\r\n".unicodeScalars) ? end.dropFirst(2) : end.dropFirst()
            let indentation = line.prefix { $0.isBlank }.count
            lines.append(
                IniLine(number: lines.count + 1, indentation: indentation, text: line.withoutBlanksAtEnds))
        }
        return lines
    }
}

extension Substring.UnicodeScalarView {
    /// Without white space at the ends.
    var withoutBlanksAtEnds: Substring.UnicodeScalarView {
        var rest = drop { $0.isBlank }
        while rest.last?.isBlank == true { rest.removeLast() }
        return rest
    }
}

extension Unicode.Scalar {
    /// Whether Python's `str.strip` takes the scalar away.
    fileprivate var isBlank: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}
