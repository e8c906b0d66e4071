/// Puts clusters together from scalars, one after the other, by the rules of `Sanitizer`.
struct ClusterBuilder {
    private var clusters: [SafeText.Cluster] = []
    private var text = ""
    private var base: Unicode.Scalar?
    private var marks = 0
    /// Whether a zero-width joiner has come after an emoji: the next emoji then belongs to it.
    private var isJoining = false

    private static let replacement = SafeText.Cluster(text: "\u{FFFD}", width: 1)
    private static let markCarrier: Unicode.Scalar = "\u{25CC}"
    private static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"
    private static let keycap: Unicode.Scalar = "\u{20E3}"
    private static let blackFlag: Unicode.Scalar = "\u{1F3F4}"

    /// Adds the next scalar of the text.
    mutating func append(_ scalar: Unicode.Scalar) {
        if isJoining {
            isJoining = false
            if Self.isPictograph(scalar) { return }
            replace()
        }
        switch scalar.value {
        case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300:
            begin(scalar)
        case 0..<0x20:
            symbol(0x2400 + scalar.value)
        case 0x7F:
            symbol(0x2421)
        case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            if base == nil { replace() }
        case 0x1F3FB...0x1F3FF:
            if !isOnPictograph { replace() }
        case 0x1F1E6...0x1F1FF:
            begin(Unicode.Scalar(0x41 + UInt8(scalar.value - 0x1F1E6)))
        case 0xE0020...0xE007F:
            if base != Self.blackFlag { replace() }
        case Self.zeroWidthJoiner.value:
            if isOnPictograph { isJoining = true } else { replace() }
        case Self.keycap.value where base.map(Self.isOnKeypad) == true:
            break
        default:
            appendByProperties(scalar)
        }
    }

    /// The clusters of all the scalars.
    mutating func finish() -> [SafeText.Cluster] {
        if isJoining { replace() }
        flush()
        return clusters
    }

    private mutating func appendByProperties(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            replace()
        case _ where scalar.properties.isDefaultIgnorableCodePoint:
            replace()
        case .nonspacingMark, .enclosingMark:
            mark(scalar)
        case _ where Self.isJamoTail(scalar):
            if base.map(Self.isKorean) != true { begin(Self.markCarrier) }
            mark(scalar)
        default:
            if TextWidth.columns(of: scalar) > 0 { begin(scalar) } else { replace() }
        }
    }

    private mutating func begin(_ scalar: Unicode.Scalar) {
        flush()
        base = scalar
        text = String(scalar)
        marks = 0
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
        if base == nil { begin(Self.markCarrier) }
        guard marks < Sanitizer.markLimit else { return }
        text.unicodeScalars.append(scalar)
        marks += 1
    }

    private mutating func flush() {
        guard let base else { return }
        clusters.append(SafeText.Cluster(text: text, width: TextWidth.columns(of: base)))
        self.base = nil
    }

    /// Adds the picture of a control character. No mark stands on it, as none stands on the control.
    private mutating func symbol(_ value: UInt32) {
        flush()
        clusters.append(
            Unicode.Scalar(value).map { SafeText.Cluster(text: String($0), width: 1) } ?? Self.replacement)
    }

    private mutating func replace() {
        flush()
        clusters.append(Self.replacement)
    }

    private var isOnPictograph: Bool { base.map(Self.isPictograph) == true }

    private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x80, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: false
        default: scalar.properties.isEmoji
        }
    }

    /// Whether a scalar has a keycap form.
    private static func isOnKeypad(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "#" || scalar == "*" || ("0"..."9").contains(scalar)
    }

    /// Whether a scalar is a vowel or final consonant of a decomposed Korean syllable.
    private static func isJamoTail(_ scalar: Unicode.Scalar) -> Bool {
        (0x1161...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
    }

    /// Whether a scalar is a Korean syllable or the first consonant of a decomposed one.
    private static func isKorean(_ scalar: Unicode.Scalar) -> Bool {
        (0x1100...0x115E).contains(scalar.value) || (0xA960...0xA97C).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value)
    }
}
