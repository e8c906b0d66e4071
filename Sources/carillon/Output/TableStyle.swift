import Glibc

/// Colours of a table; none where it does not go to a terminal.
struct TableStyle {
    /// Whether there are colours.
    let isColored: Bool

    init(_ options: ServiceOptions) throws {
        isColored = try !options.settings().usesNoColor.value && isatty(STDOUT_FILENO) == 1
    }

    /// The line of the columns' titles.
    func head(_ line: String) -> String { paint(line, "1") }

    /// A line of the table. What is inactive stands out.
    func row(_ line: String) -> String { line.contains("INACTIVE") ? paint(line, "31") : line }

    private func paint(_ line: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(line.dropLast())\u{1B}[0m\n" : line
    }
}
