import TerminalUI
import ViewModels

/// How an entry of the activity looks in the list.
enum ActivityFields {
    /// Sign and word: neither colour nor sign alone says it.
    static func result(_ entry: ActivityEntry, _ symbols: Symbols) -> SafeText {
        switch (entry.outcome, entry.isUndo) {
        case (.done, false): symbols.done + "done"
        case (.done, true): symbols.done + "undone"
        case (.failed, _): symbols.notDone + "failed"
        }
    }
}

extension PickerDescription where Row == ActivityEntry {
    /// The list of what was changed and what went wrong.
    static let activity = PickerDescription(
        title: "Activity",
        columns: [
            ColumnLayout.Column("TIME", minimum: 19, maximum: 19),
            ColumnLayout.Column("RESULT", minimum: 8, maximum: 8),
            ColumnLayout.Column("WHAT", minimum: 20, maximum: 60),
            ColumnLayout.Column("USER", minimum: 16, maximum: 40),
        ],
        fields: { entry, scenery in
            let palette = scenery.palette
            let isDone = entry.outcome == .done
            return [
                (scenery.dayAndSecond(entry.time.date), palette.label),
                (ActivityFields.result(entry, palette.symbols), isDone ? palette.good : palette.bad),
                (SafeText(entry.title), palette.text), (SafeText(entry.text(of: 3)), palette.label),
            ]
        },
        empty: "Nothing has been changed so far, and nothing has gone wrong.",
        emptyHint: "What Carillon changes is kept here and in activity.jsonl.",
        filteredMore: "",
        obstacles: [.activity: "This is the activity."])
}
