/// Turns untrusted text into clusters that every terminal draws alike. The only place that does.
///
/// - Control characters become the pictures of U+2400 (ESC is drawn ␛), so that none is obeyed.
/// - Bidi controls, zero-width and other invisible characters, unassigned and private ones become `�`.
/// - What terminals disagree about is reduced to what they agree on: an emoji sequence to its first emoji,
///   a flag to its two letters; variation selectors and skin tones are left out.
/// - A cell holds at most four combining marks; one without a base stands on `◌`.
public enum Sanitizer {
    /// The most combining marks drawn on one character: what ncurses' cchar_t holds beside the base.
    static let markLimit = 4

    private static let replacement = SafeText.Cluster(text: "\u{FFFD}", width: 1)

    /// The drawable clusters of a text.
    ///
    /// - Parameter limit: The most Unicode scalars to look at.
    static func clusters(of text: String, limit: Int) -> [SafeText.Cluster] {
        var clusters: [SafeText.Cluster] = []
        var base: Unicode.Scalar?
        var marks = 0
        var isJoining = false
        var cluster = ""

        func flush() {
            guard let scalar = base else { return }
            clusters.append(SafeText.Cluster(text: cluster, width: TextWidth.columns(of: scalar)))
            base = nil
        }
        func begin(_ scalar: Unicode.Scalar) {
            flush()
            base = scalar
            cluster = String(scalar)
            marks = 0
        }

        for scalar in text.unicodeScalars.prefix(limit) {
            let wasJoining = isJoining
            isJoining = false
            switch scalar.value {
            case 0x20..<0x7F:
                begin(scalar)
            case 0..<0x20:
                begin(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F:
                begin("\u{2421}")
            case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF:
                if base == nil {
                    flush()
                    clusters.append(replacement)
                }
            case 0x200D:
                if let scalar = base, isPictograph(scalar) {
                    isJoining = true
                } else {
                    flush()
                    clusters.append(replacement)
                }
            case 0x1F1E6...0x1F1FF:
                begin(Unicode.Scalar(0x41 + scalar.value - 0x1F1E6) ?? "?")
            default:
                switch kind(of: scalar) {
                case .invisible:
                    flush()
                    clusters.append(replacement)
                case .mark:
                    if base == nil { begin("\u{25CC}") }
                    if marks < markLimit {
                        cluster.unicodeScalars.append(scalar)
                        marks += 1
                    }
                case .visible:
                    if !(wasJoining && isPictograph(scalar)) { begin(scalar) } else { isJoining = false }
                }
            }
        }
        flush()
        return clusters
    }

    private enum Kind {
        case visible
        case mark
        case invisible
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            .invisible
        case .nonspacingMark, .enclosingMark:
            .mark
        default:
            TextWidth.columns(of: scalar) > 0 ? .visible : isJamo(scalar) ? .mark : .invisible
        }
    }

    /// Whether a scalar is a vowel or final consonant of a decomposed Korean syllable.
    private static func isJamo(_ scalar: Unicode.Scalar) -> Bool {
        (0x1161...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
    }

    private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x7F && scalar.properties.isEmoji
    }
}
