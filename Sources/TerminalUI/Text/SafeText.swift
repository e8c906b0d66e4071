/// Text that can be drawn: every cluster has a known width on every terminal and none of them is a control.
///
/// `Sanitizer` is the one place where untrusted text becomes this.
public struct SafeText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// What fills one or two cells: a base character with up to four combining marks.
    public struct Cluster: Hashable, Sendable {
        /// The characters.
        public let text: String
        /// How many cells they take: 1 or 2.
        public let width: Int

        init(text: String, width: Int) {
            self.text = text
            self.width = width
        }
    }

    /// The clusters from left to right.
    public let clusters: [Cluster]
    /// How many cells the text takes.
    public let columns: Int

    init(clusters: [Cluster]) {
        self.clusters = clusters
        columns = clusters.reduce(0) { $0 + $1.width }
    }

    /// Makes any text drawable. See `Sanitizer`.
    ///
    /// - Parameter limit: The most Unicode scalars to look at; the rest is left out.
    public init(_ text: String, limit: Int = 4096) {
        self.init(clusters: Sanitizer.clusters(of: text, limit: limit))
    }

    /// Text of the program itself.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// No text.
    public static let empty = SafeText(clusters: [])

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { clusters.isEmpty }

    /// The characters that are drawn.
    public var string: String { clusters.map(\.text).joined() }

    /// Two texts after each other.
    public static func + (left: SafeText, right: SafeText) -> SafeText {
        SafeText(clusters: left.clusters + right.clusters)
    }

    /// The text cut to a number of columns, with `…` at the end where something is missing.
    public func truncated(to limit: Int) -> SafeText {
        guard columns > limit else { return self }
        guard limit > 0 else { return .empty }
        var used = 0
        let kept = clusters.prefix { cluster in
            guard used + cluster.width <= limit - 1 else { return false }
            used += cluster.width
            return true
        }
        return SafeText(clusters: kept + [Self.ellipsis])
    }

    private static let ellipsis = Cluster(text: "…", width: 1)

    /// The text filled up with blanks to a number of columns.
    public func padded(to columns: Int) -> SafeText {
        guard self.columns < columns else { return self }
        let blank = Cluster(text: " ", width: 1)
        return SafeText(clusters: clusters + Array(repeating: blank, count: columns - self.columns))
    }

    /// The text in lines of at most `columns`, broken at blanks where there are any. A blank at which a line
    /// is broken is left out.
    public func wrapped(to columns: Int) -> [SafeText] {
        guard columns > 0 else { return [] }
        let clusters = self.clusters.map { $0.width > columns ? Self.ellipsis : $0 }
        var lines: [SafeText] = []
        var (start, index, width) = (0, 0, 0)
        var lastBlank: Int?
        while index < clusters.count {
            let isBlank = clusters[index].text == " "
            if width + clusters[index].width > columns {
                let end = isBlank ? index : lastBlank ?? index
                lines.append(SafeText(clusters: Array(clusters[start..<end])))
                start = clusters[end].text == " " ? end + 1 : end
                (index, width, lastBlank) = (start, 0, nil)
                continue
            }
            if isBlank, index > start { lastBlank = index }
            width += clusters[index].width
            index += 1
        }
        if start < clusters.count || lines.isEmpty {
            lines.append(SafeText(clusters: Array(clusters[start...])))
        }
        return lines
    }
}
