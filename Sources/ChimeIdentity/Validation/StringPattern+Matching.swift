extension StringPattern {
    /// Whether the whole text fits. Written by hand, as a regular expression would have to be compiled when the
    /// program starts.
    ///
    /// The patterns are read as the service's Java reads them: the whole text has to match, `\S` knows the ASCII
    /// white space only, and `.` stops at every line terminator. Two are read more widely, as what they say cannot
    /// be meant: `.*` and `.*\S.*` take line breaks, and `\u10000-\u10FFFF` of the resource name, which is
    /// U+1000, `0`–U+10FF, `F`, `F` by the letter, means the planes above the first.
    public func matches(_ text: String) -> Bool {
        switch self {
        case .any: true
        case .arn: Self.isArn(text)
        case .clientRequestToken: text.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
        case .userId: Self.isUserId(Array(text.utf8))
        case .notBlank: text.utf8.contains { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        case .resourceName: text.unicodeScalars.allSatisfy(Self.isPrintable)
        }
    }

    /// What a text that does not fit lacks, as the end of a sentence that starts with the parameter's name.
    var requirement: String {
        switch self {
        case .any: "does not fit"
        case .arn: "must be an ARN such as arn:aws:chime:us-east-1:111122223333:app-instance/ID/user/ID"
        case .clientRequestToken: "may hold only letters, digits, '-' and '_'"
        case .userId:
            "must start and end with a letter or digit, and may hold ':', '-', '_', '.' and '@' between"
        case .notBlank: "must hold more than white space"
        case .resourceName: "holds a character that is not allowed"
        }
    }

    /// `arn:[a-z0-9-\.]{1,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[^/].{0,1023}`
    private static func isArn(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x3A, maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].elementsEqual("arn".utf8), !parts[1].isEmpty else { return false }
        let isPlain = parts[1...4].allSatisfy { part in
            part.count <= 63 && part.allSatisfy { $0.isLowerAlphanumeric || $0 == 0x2D || $0 == 0x2E }
        }
        let resource = text.unicodeScalars[parts[5].startIndex...]
        guard isPlain, let first = resource.first, first != "/" else { return false }
        return resource.count <= 1024 && !resource.dropFirst().contains(where: isLineTerminator)
    }

    /// What `.` does not match in Java.
    private static func isLineTerminator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// `[A-Za-z0-9]([A-Za-z0-9\:\-\_\.\@]{0,62}[A-Za-z0-9])?`
    private static func isUserId(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, let last = bytes.last, bytes.count <= 64 else { return false }
        return first.isAlphanumeric && last.isAlphanumeric
            && bytes.allSatisfy { $0.isAlphanumeric || [0x3A, 0x2D, 0x5F, 0x2E, 0x40].contains($0) }
    }

    /// `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]`
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var isLowerAlphanumeric: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    fileprivate var isAlphanumeric: Bool {
        isLowerAlphanumeric || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
