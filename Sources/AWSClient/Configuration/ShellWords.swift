/// Words as a POSIX shell reads them. Source: Python, `shlex.split`, by which botocore reads the titles of
/// sections.
enum ShellWords {
    /// The words of a text; nil where a quotation does not end.
    static func split(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String.UnicodeScalarView?
        var quote: Unicode.Scalar?
        var rest = text.unicodeScalars[...]
        func add(_ scalar: Unicode.Scalar) {
            var started = word ?? String.UnicodeScalarView()
            started.append(scalar)
            word = started
        }
        while let scalar = rest.popFirst() {
            switch (scalar, quote) {
            case (" ", nil), ("\t", nil), ("\r", nil), ("\n", nil):
                if let finished = word { words.append(String(finished)) }
                word = nil
            case ("\\", nil):
                guard let next = rest.popFirst() else { return nil }
                add(next)
            case ("\\", "\""):
                guard let next = rest.popFirst() else { return nil }
                if next != "\"", next != "\\" { add(scalar) }
                add(next)
            case ("\"", nil), ("'", nil):
                quote = scalar
                word = word ?? String.UnicodeScalarView()
            case (quote, _):
                quote = nil
            default:
                add(scalar)
            }
        }
        guard quote == nil else { return nil }
        if let finished = word { words.append(String(finished)) }
        return words
    }
}
