/// Comma-separated values after RFC 4180, safe to open in a spreadsheet.
enum CSV {
    /// What makes a spreadsheet take a cell for a formula. Source: OWASP, "CSV Injection".
    private static let formulaStarts: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    /// One record with its line break.
    static func line(_ values: [String]) -> String {
        values.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ value: String) -> String {
        let text = value.first.map(formulaStarts.contains) == true ? "'\(value)" : value
        guard text.contains(where: { ",\"\r\n\r\n".contains($0) }) else { return text }
        return "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\""
    }
}
