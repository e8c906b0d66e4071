/// Turns untrusted text into clusters that every terminal draws alike. The only place that does.
///
/// - Control characters become the pictures of U+2400 (ESC is drawn `␛`), so that none is obeyed.
/// - Bidi controls, zero-width and other invisible characters, unassigned and private ones become `�`, one
///   each, so that nothing can be hidden in a name.
/// - What terminals disagree about is reduced to what they agree on: an emoji sequence to its first emoji, a
///   flag to its two letters, a keycap to its digit; variation selectors and skin tones are left out.
/// - A cell holds at most four combining marks; one without a base stands on `◌`.
public enum Sanitizer {
    /// The most combining marks drawn on one character: what ncurses' cchar_t holds beside the base.
    static let markLimit = 4

    /// The drawable clusters of a text.
    ///
    /// - Parameter limit: The most Unicode scalars to look at.
    static func clusters(of text: String, limit: Int) -> [SafeText.Cluster] {
        if let clusters = printableASCII(text, limit: limit) { return clusters }
        var builder = ClusterBuilder()
        for scalar in text.unicodeScalars.prefix(max(0, limit)) { builder.append(scalar) }
        return builder.finish()
    }

    /// The clusters of a text that has no other characters than printable ASCII, which most have; nil for any
    /// other text.
    private static func printableASCII(_ text: String, limit: Int) -> [SafeText.Cluster]? {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            let bytes = bytes.prefix(max(0, limit))
            guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
            return bytes.map { asciiClusters[Int($0) - 0x20] }
        } ?? nil
    }

    /// The clusters of U+0020 to U+007E.
    static let asciiClusters: [SafeText.Cluster] = (0x20..<0x7F).map { (byte: UInt8) in
        SafeText.Cluster(text: String(Unicode.Scalar(byte)), width: 1)
    }
}
