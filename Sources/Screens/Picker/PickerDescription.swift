import TerminalUI

/// The words and columns of a picker.
struct PickerDescription<Row>: Sendable {
    /// What the rows are, in the plural, as the way here says it: `Users`.
    let title: String
    /// The columns.
    let columns: [ColumnLayout.Column]
    /// A row's cells.
    let fields: @Sendable (Row, Scenery) -> [ListTable.Field]
    /// Said where there is nothing to pick from.
    let empty: SafeText
    /// What to do then.
    let emptyHint: SafeText
    /// What more there is to do than clearing a filter that leaves no row; follows the sentence that says so.
    let filteredMore: SafeText
    /// Why some commands cannot run here.
    var obstacles: [Command: String] = [:]
}
