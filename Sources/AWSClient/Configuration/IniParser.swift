/// Puts the lines of an INI file together. The states are those of Python's `RawConfigParser._read`.
struct IniParser {
    /// Which line makes no sense, and why.
    struct Failure: Error {
        let line: Int
        let reason: String
    }

    private struct Entry {
        let key: String
        var lines: [(number: Int, text: String)]
    }

    /// What stands in the section of this title holds for every section.
    private static let defaults = "DEFAULT"

    private var titles: [String] = []
    private var entries: [String: [Entry]] = [:]
    private var title: String?
    /// Whether a line that is indented deeper continues the last entry.
    private var isInEntry = false
    private var indentation = 0

    mutating func read(_ line: IniLine) throws(Failure) {
        if line.isComment { return }
        if line.text.isEmpty {
            append(line)
        } else if isInEntry, line.indentation > indentation {
            append(line)
        } else {
            indentation = line.indentation
            if line.text.first == "[" {
                try readTitle(line)
            } else {
                try readEntry(line)
            }
        }
    }

    func finish() throws(Failure) -> [IniFile.TitledSection] {
        var common = IniFile.Section()
        try fill(&common, from: Self.defaults)
        var sections: [IniFile.TitledSection] = []
        for title in titles where title != Self.defaults {
            var section = common
            try fill(&section, from: title)
            sections.append(IniFile.TitledSection(title: title, section: section))
        }
        return sections
    }

    private mutating func append(_ line: IniLine) {
        guard isInEntry, let title, let last = entries[title]?.indices.last else { return }
        entries[title]?[last].lines.append((line.number, String(line.text)))
    }

    private mutating func readTitle(_ line: IniLine) throws(Failure) {
        guard let end = line.text.lastIndex(of: "]") else {
            throw Failure(line: line.number, reason: "the bracket is not closed")
        }
        let name = String(line.text[..<end].dropFirst())
        guard !name.isEmpty else {
            throw Failure(line: line.number, reason: "the brackets are empty")
        }
        guard name == Self.defaults || !titles.contains(name) else {
            throw Failure(line: line.number, reason: "the section [\(name)] is there a second time")
        }
        if !titles.contains(name) { titles.append(name) }
        title = name
        isInEntry = false
    }

    private mutating func readEntry(_ line: IniLine) throws(Failure) {
        guard let title else {
            throw Failure(line: line.number, reason: "a section such as [default] must come first")
        }
        guard let separator = line.text.firstIndex(where: { $0 == "=" || $0 == ":" }),
            separator > line.text.startIndex
        else {
            throw Failure(line: line.number, reason: "it is neither a [section] nor 'key = value'")
        }
        let key = String(line.text[..<separator].withoutBlanksAtEnds).lowercased()
        guard entries[title]?.contains(where: { $0.key == key }) != true else {
            throw Failure(line: line.number, reason: "\(key) is there a second time in [\(title)]")
        }
        let value = line.text[separator...].dropFirst().withoutBlanksAtEnds
        entries[title, default: []].append(Entry(key: key, lines: [(line.number, String(value))]))
        isInEntry = true
    }

    private func fill(_ section: inout IniFile.Section, from title: String) throws(Failure) {
        for entry in entries[title] ?? [] {
            var lines = entry.lines
            while lines.count > 1, lines.last?.text.isEmpty == true { lines.removeLast() }
            let isNested = lines.count > 1 && lines.first?.text.isEmpty == true
            section.values[entry.key] =
                isNested
                ? .nested(try nested(lines)) : .text(lines.map(\.text).joined(separator: "\n"))
        }
    }

    private func nested(_ lines: [(number: Int, text: String)]) throws(Failure) -> [String: String] {
        var values: [String: String] = [:]
        for line in lines where !line.text.isEmpty {
            let scalars = line.text[...].unicodeScalars
            guard let separator = scalars.firstIndex(of: "=") else {
                throw Failure(line: line.number, reason: "it is not 'name = value'")
            }
            values[String(scalars[..<separator].withoutBlanksAtEnds)] =
                String(scalars[separator...].dropFirst().withoutBlanksAtEnds)
        }
        return values
    }
}
