import Foundation
import TerminalUI
import ViewModels

/// What stands around the body of every full screen: the head line, the way here, a message and the keys.
struct Page {
    /// A message above the footer.
    enum Notice {
        case good(SafeText)
        case neutral(SafeText)
        /// An error, since when there is one, and of when the rows are that were kept.
        case failure(Failure, since: SafeText?, keptFrom: SafeText?)
    }

    let scenery: Scenery
    /// The way here, the last being the screen itself.
    let crumbs: [SafeText]
    var updatedAt: Date?
    var activity: SafeText?
    var notice: Notice?
    /// Drawn in place of the footer's keys, such as the line of a filter.
    var contexts: [KeyContext]
    var availability: (Command) -> Availability = { _ in .available }

    /// The smallest terminal on which the screens make sense.
    static let minimum = Size(columns: 60, rows: 16)

    /// The rows that the body has on a terminal of a size.
    func bodyHeight(in size: Size) -> Int {
        max(0, size.rows - 4 - noticeLines(width: size.columns - 2).count)
    }

    /// Where the body stands on a terminal of a size.
    func bodyArea(in size: Size) -> Rect {
        Rect(column: 0, row: 3, columns: size.columns, rows: bodyHeight(in: size))
    }

    /// Draws everything around the body and returns the body's area; nil where the terminal is too small and
    /// says so.
    func render(into frame: inout FrameBuffer) -> Rect? {
        guard frame.size.columns >= Self.minimum.columns, frame.size.rows >= Self.minimum.rows else {
            renderTooSmall(into: &frame)
            return nil
        }
        renderHead(into: &frame)
        renderCrumbs(into: &frame)
        let footerRow = frame.size.rows - 1
        Footer(scenery: scenery, contexts: contexts, availability: availability)
            .render(into: &frame, row: footerRow)
        let lines = noticeLines(width: frame.size.columns - 2)
        let top = footerRow - lines.count
        for (offset, line) in lines.enumerated() {
            frame.put(
                line.text, column: 1, row: top + offset, style: line.style, limit: frame.size.columns - 2)
        }
        return Rect(column: 0, row: 3, columns: frame.size.columns, rows: top - 3)
    }

    private func renderHead(into frame: inout FrameBuffer) {
        let palette = scenery.palette
        var column = 1
        column += frame.put("Carillon", column: column, row: 0, style: palette.title) + 2
        var right: [(SafeText, Style)] = []
        if scenery.isReadOnly { right.append((" READ-ONLY ", palette.badge)) }
        if let activity {
            right.append((activity, palette.notable))
        } else if let updatedAt {
            right.append(("updated " + scenery.time(updatedAt), palette.label))
        }
        var edge = frame.size.columns - 1
        for (text, style) in right.reversed() {
            edge -= text.columns
            frame.put(text, column: edge, row: 0, style: style)
            edge -= 2
        }
        let (session, style) = sessionText
        frame.put(
            session.truncated(to: edge - column), column: column, row: 0, style: style,
            limit: max(0, edge - column))
    }

    private var sessionText: (SafeText, Style) {
        switch scenery.session {
        case .resolving: ("finding credentials…", scenery.palette.label)
        case .failed: ("not connected", scenery.palette.bad)
        case .ready(let info):
            (
                [info.profile, info.region, info.endpoint, scenery.appInstanceName].compactMap { $0 }
                    .map { SafeText($0, limit: 64) }.joined(separator: scenery.palette.symbols.separator),
                scenery.palette.text
            )
        }
    }

    private func renderCrumbs(into frame: inout FrameBuffer) {
        var column = 1
        for (index, crumb) in crumbs.enumerated() {
            let isLast = index == crumbs.count - 1
            if index > 0 {
                column += frame.put(
                    scenery.palette.symbols.step, column: column, row: 1, style: scenery.palette.label)
            }
            column += frame.put(
                crumb.truncated(to: isLast ? 40 : 30), column: column, row: 1,
                style: isLast ? scenery.palette.title : scenery.palette.text)
        }
    }

    private func noticeLines(width: Int) -> [(text: SafeText, style: Style)] {
        let palette = scenery.palette
        switch notice {
        case nil: return [(.empty, palette.text)]
        case .good(let text)?: return [((palette.symbols.good + text).truncated(to: width), palette.good)]
        case .neutral(let text)?: return [(text.truncated(to: width), palette.notable)]
        case .failure(let failure, let since, let keptFrom)?:
            let quoted = [
                failure.code.map { "code \($0)" }, failure.requestId.map { "request id \($0)" },
            ].compactMap { $0 }.joined(separator: ", ")
            var lines = (palette.symbols.bad + SafeText(failure.summary)).wrapped(to: width).prefix(2).map {
                ($0, palette.bad)
            }
            if !quoted.isEmpty { lines.append((SafeText("  \(quoted)").truncated(to: width), palette.label)) }
            let age = [
                since.map { "Since " + $0 + "." }, keptFrom.map { "What you see is of " + $0 + "." },
            ].compactMap { $0 }
            if !age.isEmpty {
                lines.append((SafeText("  ") + age.joined(separator: " ") + retryHint, palette.notable))
            }
            if !failure.advice.isEmpty {
                lines.append((SafeText("  \(failure.advice)").truncated(to: width), palette.text))
            }
            return lines
        }
    }

    /// The key that reads again.
    private var retryHint: SafeText {
        let binding = scenery.keyMap.bindings.first { $0.command == .refresh }
        return binding?.keys.first.map { SafeText(" Press \($0) to try again.") } ?? .empty
    }

    private func renderTooSmall(into frame: inout FrameBuffer) {
        let text = SafeText(
            "Carillon needs \(Self.minimum.columns)×\(Self.minimum.rows) characters; this terminal has "
                + "\(frame.size.columns)×\(frame.size.rows). Make it larger, or press Ctrl-C to quit.")
        for (row, line) in text.wrapped(to: max(1, frame.size.columns)).prefix(frame.size.rows).enumerated() {
            frame.put(line, column: 0, row: row, style: scenery.palette.notable)
        }
    }
}

extension [SafeText] {
    /// The texts with a separator between them.
    func joined(separator: SafeText) -> SafeText {
        dropFirst().reduce(first ?? .empty) { $0 + separator + $1 }
    }
}
